//! Percent-encoding (RFC 3986, section 2.1).

/// Appends a text for a path or a query: everything outside `unreserved` (section 2.3) is encoded.
pub(crate) fn push_unreserved(out: &mut String, text: &str) {
    push(out, text, is_unreserved);
}

/// Appends the fixed text of a path as templates send it: what a path can contain and escapes are kept.
#[cfg(feature = "testing")]
pub(crate) fn push_fixed(out: &mut String, text: &str) {
    push(out, text, |byte| byte.is_ascii_alphanumeric() || b"/%-._~!$&'()*+,;=:@".contains(&byte));
}

/// Returns whether a text is percent-encoded: it contains `unreserved`, these bytes, and `%` in front of two hex digits.
pub(super) fn is_encoded(text: &str, allowed: &[u8]) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_valid = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            byte => is_unreserved(byte) || allowed.contains(&byte),
        };
        if !is_valid {
            return false;
        }
    }
    true
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Appends a text for a form (WHATWG URL, section 5.2), with `+` for a space.
pub(crate) fn push_form(out: &mut String, text: &str) {
    let mut words = text.split(' ');
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
    push(out, words.next().unwrap_or_default(), plain);
    for word in words {
        out.push('+');
        push(out, word, plain);
    }
}

fn push(out: &mut String, text: &str, is_plain: impl Fn(u8) -> bool) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |nibble: u8| char::from(DIGITS.get(usize::from(nibble)).copied().unwrap_or_default());
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !is_plain(byte)) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut bytes = [0; 4];
        let mut characters = from.chars();
        // `at` is the start of a character, since the bytes of longer ones are never plain.
        for byte in characters.next().unwrap_or_default().encode_utf8(&mut bytes).bytes() {
            out.extend(['%', digit(byte >> 4), digit(byte & 0xF)]);
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// Decodes a text of a form. Invalid escapes are kept.
pub(crate) fn decode_form(form: &str) -> String {
    let mut bytes = Vec::with_capacity(form.len());
    let mut rest = form.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        let encoded = || {
            let hex = std::str::from_utf8(rest.as_slice().get(..2)?).ok()?;
            u8::from_str_radix(hex, 16).ok()
        };
        match (byte, encoded()) {
            (b'+', _) => bytes.push(b' '),
            (b'%', Some(encoded)) => {
                bytes.push(encoded);
                rest.nth(1);
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoded_form_is_the_text_that_was_encoded() {
        for text in ["", "a b+c", "100% ü€\u{1F600}", "%zz%", "a&b=c", "\0\u{7f}"] {
            let mut form = String::new();
            push_form(&mut form, text);
            assert!(form.bytes().all(|b| b.is_ascii_alphanumeric() || b"*-._+%".contains(&b)), "{form}");
            assert_eq!(decode_form(&form), text);
        }
        assert_eq!(decode_form("%zz%4"), "%zz%4");
    }
}
