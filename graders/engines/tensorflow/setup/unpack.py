"""unpack.py WHEEL FOLDER PREFIX...: unpacks what begins with one of the prefixes, under the same names."""
import sys
import zipfile

wheel, folder, *prefixes = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if name.startswith(tuple(prefixes)):
            archive.extract(name, folder)
