//! Random numbers of the operating system.

use bytes::Bytes;
use http::HeaderValue;

/// Returns bytes from the operating system's generator. A generator of the process would repeat itself in forked processes.
///
/// # Errors
///
/// If the operating system returns no random numbers, for instance in a sandbox without the system call.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// Returns a number from 0 to below 1, to spread retries. Without random numbers, it is 0.5.
pub(crate) fn fraction() -> f64 {
    const SCALE: f64 = 1.0 / 4_294_967_296.0; // 2^-32
    random().map_or(0.5, |bytes| f64::from(u32::from_be_bytes(bytes)) * SCALE)
}

/// Creates a UUID of version 4 (RFC 9562, section 5.4) as a header value.
pub(crate) fn uuid() -> Result<HeaderValue, getrandom::Error> {
    let mut bytes = random::<16>()?;
    // The version and the variant.
    let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
    *version = (*version & 0x0F) | 0x40;
    *variant = (*variant & 0x3F) | 0x80;
    let mut uuid = Vec::with_capacity(36);
    for (place, word) in bytes.as_chunks().0.iter().enumerate() {
        let digits = hex_digits(u32::from_be_bytes(*word));
        let (first, second) = digits.split_at(4);
        uuid.extend_from_slice(first);
        if matches!(place, 1 | 2) {
            uuid.push(b'-');
        }
        uuid.extend_from_slice(second);
        if place < 2 {
            uuid.push(b'-');
        }
    }
    Ok(HeaderValue::from_maybe_shared(Bytes::from(uuid)).unwrap_or(HeaderValue::from_static("")))
}

/// The digits of a number, all computed at once.
fn hex_digits(number: u32) -> [u8; 8] {
    let ones = u64::from_ne_bytes([1; 8]);
    // Four bits in each byte.
    let mut nibbles = u64::from(number);
    nibbles = (nibbles << 16 | nibbles) & 0x0000_FFFF_0000_FFFF;
    nibbles = (nibbles << 8 | nibbles) & 0x00FF_00FF_00FF_00FF;
    nibbles = (nibbles << 4 | nibbles) & 0x0F0F_0F0F_0F0F_0F0F;
    // 1 in each byte above 9.
    let letters = ((nibbles + ones * 6) >> 4) & ones;
    let after_nine = u64::from(b'a' - b'0' - 10);
    (nibbles + ones * u64::from(b'0') + letters * after_nine).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn uuids_have_version_4_and_differ() {
        let text = |uuid: HeaderValue| uuid.to_str().map(str::to_owned).expect("a text");
        let uuids: BTreeSet<String> = (0..1_000).map(|_| text(uuid().expect("random numbers"))).collect();
        assert_eq!(uuids.len(), 1_000);
        for uuid in uuids {
            let groups: Vec<&str> = uuid.split('-').collect();
            assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{uuid}");
            assert!(groups[2].starts_with('4') && groups[3].starts_with(['8', '9', 'a', 'b']), "{uuid}");
        }
    }

    #[test]
    fn hexadecimal_digits_are_those_of_std() {
        for number in [0, 9, 10, 0x0123_4567, 0x89AB_CDEF, 0x9A9A_A0A9, u32::MAX] {
            assert_eq!(hex_digits(number).as_slice(), format!("{number:08x}").as_bytes());
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
