//! The codings, and their decoders.

use std::fmt;
use std::pin::Pin;

use async_compression::tokio::bufread::{BrotliDecoder, DeflateDecoder, GzipDecoder, ZlibDecoder, ZstdDecoder};
use async_compression::zstd::DParameter;
use tokio::io::AsyncRead;

use crate::body::BodyReader;

/// The largest window of zstd that a decoder must support in HTTP: 8 MiB (RFC 9659). It limits the memory of a decoder.
const ZSTD_WINDOW_LOG: u32 = 23;

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Gzip,
    Brotli,
    Zstd,
    Deflate,
}

/// A decoder of a body.
pub(super) trait Decoder: AsyncRead + Send + Unpin {
    /// The encoded body.
    fn encoded(&mut self) -> &mut BodyReader;
}

macro_rules! decoders {
    ($($decoder:ident)*) => {$(
        impl Decoder for $decoder<BodyReader> {
            fn encoded(&mut self) -> &mut BodyReader {
                self.get_mut()
            }
        }
    )*};
}

decoders!(BrotliDecoder DeflateDecoder GzipDecoder ZlibDecoder ZstdDecoder);

impl Coding {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "gzip" | "x-gzip" => Self::Gzip,
            "br" => Self::Brotli,
            "zstd" => Self::Zstd,
            "deflate" => Self::Deflate,
            _ => return None,
        })
    }

    /// Creates the decoder of a body whose first bytes are filled.
    pub(super) fn decoder(self, body: BodyReader) -> Pin<Box<dyn Decoder>> {
        match self {
            Self::Gzip => {
                let mut decoder = GzipDecoder::new(body);
                // Several members form one file (RFC 1952, section 2.2).
                decoder.multiple_members(true);
                Box::pin(decoder)
            }
            Self::Brotli => Box::pin(BrotliDecoder::new(body)),
            Self::Zstd => {
                let mut decoder = ZstdDecoder::with_params(body, &[DParameter::window_log_max(ZSTD_WINDOW_LOG)]);
                decoder.multiple_members(true);
                Box::pin(decoder)
            }
            // Some servers leave out the zlib header (RFC 9110, section 8.4.1.2).
            Self::Deflate if is_zlib(body.filled()) => Box::pin(ZlibDecoder::new(body)),
            Self::Deflate => Box::pin(DeflateDecoder::new(body)),
        }
    }
}

/// Returns whether the bytes start with a zlib header (RFC 1950, section 2.2). The last type of block, which starts the other
/// format, is not allowed.
fn is_zlib(start: &[u8]) -> bool {
    match start {
        [first, second, ..] => first & 0x0F == 8 && u16::from_be_bytes([*first, *second]).is_multiple_of(31),
        [first] => first & 0x0F == 8,
        [] => true,
    }
}

impl fmt::Display for Coding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "gzip",
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Deflate => "deflate",
        })
    }
}
