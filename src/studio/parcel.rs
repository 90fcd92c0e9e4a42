//! A customer in one file, to be passed on: a zip with his files, his test plans and a manifest. Reading one trusts nothing
//! in it: it comes from somebody else's mail.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::library::{EMOTIONS, PLANS};
use crate::session::fold::ENGINE;

/// The manifest's name in the archive.
const MANIFEST: &str = "manifest.json";
/// The form of the manifest; a newer one is not read.
const FORMAT: u32 = 1;
/// Most entries: a customer in a dozen languages with as many plans as anybody writes.
const MOST_ENTRIES: usize = 200;
/// Most bytes of the archive: it is held in memory.
pub const MOST_ARCHIVE: u64 = 8 << 20;
/// Most bytes of one file, as the library reads them.
const MOST_FILE: u64 = 2 << 20;
/// Most bytes of all files together.
const MOST_TOTAL: u64 = 16 << 20;
/// Most bytes that one byte may turn into, beyond the first few: customers shrink to a fifth, bombs to a thousandth.
const MOST_RATIO: u64 = 100;
/// Files up to this many bytes may be as repetitive as they like.
const FREE: u64 = 64 << 10;
/// Names that mean devices on some systems, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The record at the very end of an archive, without a comment, in bytes.
const END: usize = 22;

/// A customer's files by their names in a content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Whose.
    pub persona: PersonaId,
    /// Names such as `personas/heating.toml` with texts.
    pub files: BTreeMap<String, String>,
}

/// What the archive says about itself.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    format: u32,
    persona: PersonaId,
    program: String,
    engine: u32,
    files: Vec<Listed>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    name: String,
    bytes: u64,
    sha256: String,
}

/// Why an archive is not opened: the key of its words, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A message of `tools.ftl`.
    pub key: &'static str,
    /// The entry, or another detail; empty where there is none.
    pub about: String,
}

fn refuse<T>(key: &'static str, about: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal { key, about: about.into() })
}

/// Whether this is the name of a file of this customer.
pub fn belongs(name: &str, persona: &PersonaId) -> bool {
    let stem = |folder: &str| name.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".toml");
    let parts = |stem: &str| {
        let (id, rest) = stem.split_once('.').map_or((stem, None), |(id, rest)| (id, Some(rest.to_owned())));
        (id == persona.as_str()).then_some(rest)
    };
    if name == EMOTIONS || DEVICES.contains(&persona.as_str()) {
        return false;
    }
    if let Some(plan) = stem(PLANS) {
        return parts(plan).flatten().is_some_and(|name| PersonaId::parse(&name).is_some());
    }
    let own = stem("personas").and_then(parts);
    // `Lang` takes no tag with a slash or a dot, so no name leads anywhere else.
    own.is_some_and(|lang| lang.is_none_or(|tag| Lang::parse(&tag).is_some_and(|lang| lang.tag() == tag)))
}

/// The archive's bytes; the same parcel always gives the same.
///
/// # Errors
/// What the archive's writer says.
pub fn pack(parcel: &Parcel) -> anyhow::Result<Vec<u8>> {
    let listed = |(name, text): (&String, &String)| Listed {
        name: name.clone(),
        bytes: text.len() as u64,
        sha256: hash(text.as_bytes()),
    };
    let manifest = Manifest {
        format: FORMAT,
        persona: parcel.persona.clone(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: ENGINE,
        files: parcel.files.iter().map(listed).collect(),
    };
    // The day on which zip's calendar begins: when it was packed is nobody's business, and would change the bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(MANIFEST, options)?;
    zip.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
    for (name, text) in &parcel.files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Reads an archive; nothing is written anywhere.
///
/// # Errors
/// Whatever is not as `pack` writes it.
pub fn open(bytes: &[u8]) -> Result<Parcel, Refusal> {
    if bytes.len() as u64 > MOST_ARCHIVE {
        return refuse("pack-too-large", "");
    }
    let entries = declared(bytes)?;
    if entries > MOST_ENTRIES {
        return refuse("pack-too-many", entries.to_string());
    }
    let broken = |_| Refusal { key: "pack-broken", about: String::new() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    // Of two entries with one name the reader would show only the last.
    if archive.len() != entries || archive.offset() != 0 {
        return refuse("pack-duplicate", "");
    }
    let (mut texts, mut total) = (BTreeMap::new(), 0);
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).map_err(broken)?;
        let name = name_of(entry.name_raw())?;
        let plain = !entry.is_symlink() && !entry.is_dir() && entry.unix_mode().is_none_or(is_file);
        let (packed, method) = (entry.compressed_size(), entry.compression());
        if !plain {
            return refuse("pack-link", name);
        }
        if !matches!(method, CompressionMethod::Deflated | CompressionMethod::Stored) || entry.encrypted() {
            return refuse("pack-broken", name);
        }
        let text = content(&mut entry, packed, &name, &mut total)?;
        if texts.insert(name.clone(), text).is_some() {
            return refuse("pack-duplicate", name);
        }
    }
    settle(texts)
}

/// How many entries the record at the very end announces. Our own archives have no comment behind it.
fn declared(bytes: &[u8]) -> Result<usize, Refusal> {
    let end = bytes.len().checked_sub(END).and_then(|at| bytes.get(at..));
    match end {
        Some([b'P', b'K', 5, 6, 0, 0, 0, 0, a, b, c, d, .., 0, 0]) if (a, b) == (c, d) => {
            Ok(usize::from(u16::from_le_bytes([*a, *b])))
        }
        _ => refuse("pack-broken", ""),
    }
}

/// Whether a mode of Unix is that of a file, or says nothing.
fn is_file(mode: u32) -> bool {
    matches!(mode & 0o170_000, 0 | 0o100_000)
}

fn name_of(raw: &[u8]) -> Result<String, Refusal> {
    let Ok(name) = std::str::from_utf8(raw) else { return refuse("pack-name", "") };
    let outside = name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.split(['/', '\\']).any(|part| part == "..");
    let shown: String = name.chars().filter(|c| !c.is_control()).take(80).collect();
    if outside {
        return refuse("pack-outside", shown);
    }
    Ok(name.to_owned())
}

/// An entry's text; no more of it is ever held than may be.
fn content(entry: &mut impl Read, packed: u64, name: &str, total: &mut u64) -> Result<String, Refusal> {
    let most = MOST_FILE.min(FREE.max(packed.saturating_mul(MOST_RATIO)));
    let mut bytes = Vec::new();
    // The reader also proves the checksum, at the end.
    let read = entry.take(most + 1).read_to_end(&mut bytes);
    *total += bytes.len() as u64;
    if bytes.len() as u64 > most || *total > MOST_TOTAL {
        return refuse("pack-bomb", name);
    }
    match read.map(|_| String::from_utf8(bytes)) {
        Ok(Ok(text)) => Ok(text),
        Ok(Err(_)) => refuse("pack-not-utf8", name),
        Err(_) => refuse("pack-broken", name),
    }
}

/// Holds the texts against the manifest.
fn settle(mut texts: BTreeMap<String, String>) -> Result<Parcel, Refusal> {
    let Some(manifest) = texts.remove(MANIFEST) else { return refuse("pack-no-manifest", "") };
    let Ok(manifest) = serde_json::from_str::<Manifest>(&manifest) else {
        return refuse("pack-no-manifest", "");
    };
    if manifest.format != FORMAT {
        return refuse("pack-newer", manifest.program);
    }
    if let Some(name) = texts.keys().find(|name| !belongs(name, &manifest.persona)) {
        return refuse("pack-foreign", name.chars().filter(|c| !c.is_control()).take(80).collect::<String>());
    }
    if !texts.contains_key(&format!("personas/{}.toml", manifest.persona)) {
        return refuse("pack-no-customer", manifest.persona.as_str());
    }
    let listed: BTreeMap<&str, &Listed> =
        manifest.files.iter().map(|file| (file.name.as_str(), file)).collect();
    let same = |(name, text): (&String, &String)| {
        listed
            .get(name.as_str())
            .is_some_and(|file| file.bytes == text.len() as u64 && file.sha256 == hash(text.as_bytes()))
    };
    if let Some((name, _)) = texts.iter().find(|(name, text)| !same((name, text))) {
        return refuse("pack-changed", name.as_str());
    }
    if manifest.files.len() != texts.len() {
        return refuse("pack-changed", MANIFEST);
    }
    Ok(Parcel { persona: manifest.persona, files: texts })
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parcel() -> Parcel {
        let files = [
            ("personas/pump.toml", "id = \"pump\"\n".repeat(40)),
            ("personas/pump.zh-Hant.toml", "lang = \"zh-Hant\"\n# 水泵\n".to_owned()),
            ("personas/tests/pump.calm.toml", "lang = \"en\"\n".to_owned()),
        ];
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        Parcel { persona: PersonaId::parse("pump").unwrap(), files }
    }

    /// An archive with a truthful manifest and then these entries.
    fn crafted(entries: &[(&str, &[u8], u32)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let listed = |(name, bytes, _): &(&str, &[u8], u32)| Listed {
            name: (*name).to_owned(),
            bytes: bytes.len() as u64,
            sha256: hash(bytes),
        };
        let manifest = Manifest {
            format: FORMAT,
            persona: parcel().persona,
            program: String::new(),
            engine: ENGINE,
            files: entries.iter().map(listed).collect(),
        };
        let options = SimpleFileOptions::default();
        zip.start_file(MANIFEST, options).unwrap();
        zip.write_all(&serde_json::to_vec(&manifest).unwrap()).unwrap();
        for (name, bytes, mode) in entries {
            match mode & 0o170_000 {
                0o120_000 => zip.add_symlink(*name, "target", options).unwrap(),
                _ => zip.start_file(*name, options.unix_permissions(*mode)).unwrap(),
            }
            if mode & 0o170_000 != 0o120_000 {
                zip.write_all(bytes).unwrap();
            }
        }
        zip.finish().unwrap().into_inner()
    }

    fn key(bytes: &[u8]) -> &'static str {
        open(bytes).map_or_else(|refusal| refusal.key, |_| "opened")
    }

    const OWN: (&str, &[u8], u32) = ("personas/pump.toml", b"id = 1", 0o644);

    #[test]
    fn what_is_packed_is_opened_again_and_the_bytes_are_always_the_same() {
        let bytes = pack(&parcel()).unwrap();
        assert_eq!(bytes, pack(&parcel()).unwrap());
        assert_eq!(open(&bytes).unwrap(), parcel());
        assert_eq!(key(&crafted(&[OWN])), "opened");
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in
            ["../evil.toml", "personas/../../evil.toml", "/etc/evil.toml", "C:evil.toml", "..\\evil.toml"]
        {
            assert_eq!(key(&crafted(&[OWN, (name, b"", 0o644)])), "pack-outside", "{name}");
        }
        let foreign = [
            "personas/emotions.toml",
            "personas/other.toml",
            "personas/pump.exe",
            "personas/types/vip.toml",
            "personas/tests/other.a.toml",
            "personas/tests/pump.toml",
            "personas/pump.a b.toml",
            "personas/PUMP.toml",
            "locales/en/ui.ftl",
            "run.sh",
        ];
        for name in foreign {
            assert_eq!(key(&crafted(&[OWN, (name, b"", 0o644)])), "pack-foreign", "{name}");
        }
    }

    #[test]
    fn links_folders_bombs_and_texts_that_are_none_are_refused() {
        assert_eq!(key(&crafted(&[("personas/pump.toml", b"", 0o120_777)])), "pack-link");
        assert_eq!(key(&crafted(&[OWN, ("personas/", b"", 0o644)])), "pack-link");
        let bomb = vec![b' '; 1 << 20];
        assert_eq!(key(&crafted(&[("personas/pump.toml", &bomb, 0o644)])), "pack-bomb");
        assert_eq!(key(&crafted(&[("personas/pump.toml", &[0xff, 0xfe], 0o644)])), "pack-not-utf8");
        let many: Vec<String> = (0..MOST_ENTRIES).map(|n| format!("personas/tests/pump.a{n}.toml")).collect();
        let many: Vec<(&str, &[u8], u32)> =
            many.iter().map(|name| (name.as_str(), &b""[..], 0o644)).collect();
        assert_eq!(key(&crafted(&many)), "pack-too-many");
        assert_eq!(key(&vec![0; MOST_ARCHIVE as usize + 1]), "pack-too-large");
        assert_eq!(key(b"no archive at all, and long enough to be one"), "pack-broken");
    }

    #[test]
    fn one_name_twice_is_refused() {
        // The writer takes no name twice, so one of two equally long ones is renamed in the bytes.
        let twice = crafted(&[OWN, ("personas/pumq.toml", b"id = 2", 0o644)]);
        let mut bytes = twice.clone();
        while let Some(at) = bytes.windows(18).position(|part| part == b"personas/pumq.toml") {
            bytes[at + 12] = b'p';
        }
        assert_ne!(bytes, twice);
        assert_eq!(key(&bytes), "pack-duplicate");
    }

    #[test]
    fn what_the_manifest_does_not_vouch_for_is_refused() {
        assert_eq!(key(&crafted(&[])), "pack-no-customer");
        let honest = pack(&parcel()).unwrap();
        let mut other = parcel();
        other.files.insert("personas/pump.toml".to_owned(), "id = \"pumq\"\n".repeat(40));
        let changed = pack(&other).unwrap();
        assert_ne!(honest, changed);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("personas/pump.toml", SimpleFileOptions::default()).unwrap();
        assert_eq!(key(&zip.finish().unwrap().into_inner()), "pack-no-manifest");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever is done to an archive: it is refused, or opened to files of one customer and no others.
        #[test]
        fn a_mutated_archive_never_panics_and_never_names_a_place_of_others(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
            cut in prop::option::of(any::<prop::sample::Index>()),
            doubled in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let mut bytes = pack(&parcel()).unwrap();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some(at) = doubled {
                let at = at.index(bytes.len());
                let tail = bytes[at..].to_vec();
                bytes.extend(tail);
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Ok(opened) = open(&bytes) {
                prop_assert!(opened.files.keys().all(|name| belongs(name, &opened.persona)));
                prop_assert!(opened.files.keys().all(|name| name.starts_with("personas/") && !name.contains("..")));
            }
        }
    }
}
