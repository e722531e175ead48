import { messages } from '../messages.ts';

/**
 * What the grader host says of isolation and engines. It speaks English only, so the English half is its own sentences: `graderText`
 * recognises them by it.
 */
export const grader = messages(
  {
    descriptors: {
      none: 'bu sürecin hiçbir dosya tanıtıcısı devralınmaz',
      some: 'bu sürecin {list} numaralı tanıtıcıları başlattığı süreçlere geçer; kapatın',
    },
    userns: { own: 'kutunun kendi kullanıcı ad alanı var', shared: 'kutu bizim kullanıcı ad alanımızı paylaşıyor' },
    attempt: {
      file: 'sunucunun bir dosyasını okumak',
      descriptor: 'açık kalmış bir tanıtıcıyı okumak',
      write: 'dosyaya yazmak',
      reach: 'sunucuda dinleyen bir programa ulaşmak',
      socket: 'soket açmak',
      program: 'program başlatmak',
      rootFile: 'root kullanıcısının bir dosyasını okumak',
    },
    outcome: {
      refused: '{what}: reddedildi ({code})',
      worked: '{what}: kutunun içinde başarıldı',
      controlFailed: '{what}: koruma kaldırılınca da başarılamadı ({control}), bu yüzden bir şey kanıtlanmadı',
    },
    result: { refused: 'reddedildi: {code}', written: 'yazıldı', started: 'başladı', finished: 'tamamlandı', memory: 'bellek sınırı' },
    census: { none: 'kutuda açık dosya yok', some: 'açık dosyalar: {list}' },
    reaping: { gone: 'durdurulan bir kutudan geriye süreç kalmıyor', there: 'durdurulan bir kutu hâlâ çalışıyordu' },
    uid: { notRoot: 'root değil: kutular bu kullanıcıyla, kendi kullanıcı ad alanlarında çalışır' },
    memory: {
      stopped: 'belleğinden fazlasını isteyen kutu durduruluyor',
      ended: 'sınırı aşan bellek isteği şöyle bitti: {end}',
      control: 'daha çok belleği olan karşılaştırma şöyle bitti: {end}, bu yüzden bir şey kanıtlanmadı',
    },
    cgroup: {
      limits: 'bellek ve süreç sayısı cgroup {version} ile sınırlı',
      none: 'yazılabilir cgroup yok: bellek RLIMIT_DATA ile sınırlanır ve 50 ms’de bir ölçülür',
    },
    machine: {
      boxes: 'sınama kutuları çalıştırılamadı: {why}',
      platform: 'kod puanlama Linux ister, burası {platform}',
      arch: '{arch} mimarisi için sistem çağrısı süzgeci yok',
      tools: 'kurulu değil: {list} (apt-get install -y {packages})',
      runtime: 'Node programı ile kitaplıkları listelenemedi: {why}',
    },
    engine: {
      notInstalled: 'kurulu değil: {command}',
      damaged: 'bozuk ({why}); yeniden kurun: {command}',
      platform: 'x86-64 üzerinde Linux ister, burası {arch} üzerinde {platform}',
      openblas: 'OpenBLAS kurulu değil: {command}',
      optional: 'isteğe bağlı {name} paketi kurulu değil: {command}',
      noStart: 'onunla bir kutu başlatılamadı: {why}',
      unproven: 'yalıtım kanıtlanmadı',
      notTried: 'aranmadı',
    },
  },
  {
    descriptors: {
      none: 'no descriptor of this process would be inherited',
      some: 'descriptors {list} of this process would be inherited by what it starts; close them',
    },
    userns: { own: 'own user namespace', shared: 'the box shares our user namespace' },
    attempt: {
      file: 'reading a file of the host',
      descriptor: 'reading a descriptor left open',
      write: 'writing a file',
      reach: 'reaching a listener on the host',
      socket: 'making a socket',
      program: 'starting a program',
      rootFile: 'reading a file of root',
    },
    outcome: {
      refused: '{what}: refused {code}',
      worked: '{what} worked inside a box',
      controlFailed: '{what}: the control failed too ({control}), so nothing is shown',
    },
    result: { refused: 'refused {code}', written: 'written', started: 'started', finished: 'finished', memory: 'memory' },
    census: { none: 'no file is open in a box', some: 'open files: {list}' },
    reaping: { gone: 'a killed box leaves no process', there: 'a killed box was still there' },
    uid: { notRoot: 'not root: boxes run as this user, in a user namespace of their own' },
    memory: {
      stopped: 'a box that takes more than its memory is stopped',
      ended: 'allocating past the limit ended with: {end}',
      control: 'the control with more memory ended with: {end}, so nothing is shown',
    },
    cgroup: {
      limits: 'memory and processes limited by cgroup {version}',
      none: 'no writable cgroup: memory is limited by RLIMIT_DATA and measured every 50 ms',
    },
    machine: {
      boxes: 'canary boxes could not run: {why}',
      platform: 'code grading needs Linux, this is {platform}',
      arch: 'no system call filter for the {arch} architecture',
      tools: 'not installed: {list} (apt-get install -y {packages})',
      runtime: 'the Node binary and its libraries cannot be listed: {why}',
    },
    engine: {
      notInstalled: 'not installed: {command}',
      damaged: 'damaged ({why}); make it anew: {command}',
      platform: 'it needs Linux on x86-64, this is {platform} on {arch}',
      openblas: 'OpenBLAS is not installed: {command}',
      optional: 'the optional package {name} is not installed: {command}',
      noStart: 'a box with it does not start: {why}',
      unproven: 'isolation is not proven',
      notTried: 'it was not looked for',
    },
  },
);
