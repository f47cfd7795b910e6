//! The approaches to reading a page.

use std::error::Error;
use std::hint::black_box;

use bytes::Bytes;
use pivotal_api::Customer;

use crate::ours::{Calls, Responding};
use crate::types::{Borrowed, Compact, List, OursCompact, Plain};

type Failed = Box<dyn Error>;

macro_rules! approaches {
    ($($approach:ident $name:literal |$body:ident| $read:expr;)*) => {
        /// A parser with the types that it reads into.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Approach { $($approach,)* }

        impl Approach {
            pub const ALL: &[Self] = &[$(Self::$approach,)*];

            /// The name in the table.
            pub fn name(self) -> &'static str {
                match self { $(Self::$approach => $name,)* }
            }

            /// Reads the body a number of times.
            pub fn read(self, body: &Bytes, times: u64) -> Result<(), Failed> {
                let fake = Responding(body.clone());
                for _ in 0..times {
                    match self {
                        $(Self::$approach => { let $body = black_box((&body[..], &fake)); black_box($read?); })*
                    }
                }
                Ok(())
            }
        }
    };
}

approaches! {
    ByHand "by hand: `from_slice`, `String`" |b| serde_json::from_slice::<List<Plain>>(b.0);
    Ours "this project: a call" |b| b.1.customers();
    OurTypes "its types, `from_slice`" |b| serde_json::from_slice::<pivotal_api::List<Customer>>(b.0);
    OurTypesFromStr "its types, `from_str`" |b| from_str::<pivotal_api::List<Customer>>(b.0);
    OurTypesCompact "its types, `from_str`, `CompactString`" |b| from_str::<pivotal_api::List<OursCompact>>(b.0);
    FromStr "by hand, `from_str`" |b| from_str::<List<Plain>>(b.0);
    ByHandCompact "by hand, `CompactString`" |b| serde_json::from_slice::<List<Compact>>(b.0);
    ByHandCompactFromStr "by hand, `from_str`, `CompactString`" |b| from_str::<List<Compact>>(b.0);
    ByHandBorrowed "by hand, `&str`" |b| serde_json::from_slice::<List<Borrowed<'_>>>(b.0);
    ByHandBorrowedFromStr "by hand, `from_str`, `&str`" |b| from_str::<List<Borrowed<'_>>>(b.0);
    Sonic "sonic-rs, types by hand" |b| sonic_rs::from_slice::<List<Plain>>(b.0);
    SonicOurTypes "sonic-rs, its types" |b| sonic_rs::from_slice::<pivotal_api::List<Customer>>(b.0);
    Simd "simd-json, types by hand" |b| simd_json::from_slice::<List<Plain>>(&mut b.0.to_vec());
    SimdOurTypes "simd-json, its types" |b| simd_json::from_slice::<pivotal_api::List<Customer>>(&mut b.0.to_vec());
}

impl Approach {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|approach| format!("{approach:?}") == name)
    }
}

fn from_str<'de, T: serde::Deserialize<'de>>(body: &'de [u8]) -> Result<T, Failed> {
    Ok(serde_json::from_str(std::str::from_utf8(body)?)?)
}
