import type { Lang } from '#lib/core/lang.ts';

/** Words of the reviews. `unseen` adjectives occur in hidden data only: there they are unknown words. */
export type Lexicon = {
  subjects: string[];
  /** Negative first, positive second, as the labels. */
  adjectives: readonly [string[], string[]];
  unseen: readonly [string[], string[]];
  intensifiers: string[];
  not: string;
  but: string;
  /** Turkish says "not" after the adjective, English before it. */
  notComesLast: boolean;
};

const words = (list: string): string[] => list.trim().split(/\s+/);

export const LEXICON: Record<Lang, Lexicon> = {
  tr: {
    subjects: words(`
      film oyuncu senaryo müzik kurgu final diyalog yönetmen kitap yemek otel oda kahvaltı garson servis manzara kargo paket telefon
      ekran pil kamera oyun grafik dizi bölüm karakter konser sahne ses`),
    adjectives: [
      words(`
        kötü sıkıcı berbat başarısız zayıf vasat bayat kalitesiz sıradan yetersiz özensiz korkunç rezil iğrenç kirli bozuk gürültülü
        dağınık kaba ilgisiz anlamsız tatsız yapay tutarsız karmaşık gereksiz boğucu yorucu bunaltıcı itici çirkin hatalı eksik köhne
        donuk uyduruk sönük klişe kasvetli yavan`),
      words(`
        güzel harika etkileyici başarılı eğlenceli mükemmel iyi hoş muhteşem kusursuz keyifli sürükleyici ilginç nefis şahane
        olağanüstü kaliteli sağlam özgün akıcı büyüleyici çarpıcı eşsiz parlak sevimli taze temiz unutulmaz ustaca yaratıcı zarif
        zevkli değerli enfes heyecanlı özenli rahat üstün dokunaklı ferah`),
    ],
    unseen: [
      words('sevimsiz çürük durgun ürkütücü felaket ruhsuz'),
      words('görkemli fevkalade leziz sempatik güçlü derin'),
    ],
    intensifiers: words('çok gerçekten biraz oldukça epey fazlasıyla bayağı hayli cidden'),
    not: 'değil',
    but: 'ama',
    notComesLast: true,
  },
  en: {
    subjects: words(`
      movie actor script music editing ending dialogue director book food hotel room breakfast waiter service view delivery package
      phone screen battery camera game artwork series episode character concert stage sound`),
    adjectives: [
      words(`
        bad boring awful poor weak mediocre stale shoddy ordinary insufficient careless terrible disgraceful disgusting dirty broken
        noisy messy rude indifferent pointless tasteless artificial inconsistent confusing needless stuffy tiring oppressive repulsive
        ugly faulty incomplete shabby dull flimsy bleak trite gloomy bland`),
      words(`
        good great impressive successful fun perfect lovely superb excellent wonderful enjoyable gripping interesting tasty brilliant
        outstanding solid original smooth charming striking touching unique bright cute fresh clean unforgettable masterful creative
        elegant tasteful valuable amazing exciting careful comfortable superior flawless fantastic`),
    ],
    unseen: [
      words('disastrous rotten sluggish dreadful unpleasant soulless'),
      words('splendid magnificent delightful likeable powerful deep'),
    ],
    intensifiers: words('very really slightly quite fairly overly rather truly remarkably'),
    not: 'not',
    but: 'but',
    notComesLast: false,
  },
};
