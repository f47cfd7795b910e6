//! Numbers drawn at random.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use bytes::Bytes;
use http::HeaderValue;

/// A number that the standard library drew, as it does for the keys of hash maps: seeded by the operating system, and
/// another one each time. Good enough to tell calls apart and to spread them; nothing secret depends on it.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(0_u8)
}

/// A number from 0 up to, but without, 1.
pub(crate) fn fraction() -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what an `f64` holds")]
    let fraction = (random() >> 11) as f64 / (1_u64 << 53) as f64;
    fraction
}

/// A UUID of version 4 (RFC 9562, section 5.4), as the value of a header.
pub(crate) fn uuid() -> HeaderValue {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let high = (random() & !0xF000) | 0x4000;
    let low = (random() & !(0b11 << 62)) | (0b10 << 62);
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or_default();
    let mut uuid = Vec::with_capacity(36);
    for (at, byte) in [high, low].map(u64::to_be_bytes).iter().flatten().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            uuid.push(b'-');
        }
        uuid.extend_from_slice(&[digit(byte >> 4), digit(byte & 0xF)]);
    }
    HeaderValue::from_maybe_shared(Bytes::from(uuid)).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn uuids_are_of_version_4_and_differ() {
        let text = |uuid: HeaderValue| uuid.to_str().map(str::to_owned).expect("a text");
        let uuids: BTreeSet<String> = (0..1_000).map(|_| text(uuid())).collect();
        assert_eq!(uuids.len(), 1_000);
        for uuid in uuids {
            let groups: Vec<&str> = uuid.split('-').collect();
            assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{uuid}");
            assert!(groups[2].starts_with('4') && groups[3].starts_with(['8', '9', 'a', 'b']), "{uuid}");
        }
    }

    #[test]
    fn fractions_spread_over_their_range() {
        let fractions: Vec<f64> = (0..10_000).map(|_| fraction()).collect();
        assert!(fractions.iter().all(|fraction| (0.0..1.0).contains(fraction)));
        let mean = fractions.iter().sum::<f64>() / 10_000.0;
        assert!((0.45..0.55).contains(&mean), "{mean}");
    }
}
