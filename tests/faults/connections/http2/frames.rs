//! Frames of HTTP/2, written by hand: no server library refuses streams on demand.

use std::io;

use crate::support::scripted::Connection;

pub(super) const DATA: u8 = 0;
pub(super) const HEADERS: u8 = 1;
pub(super) const RST_STREAM: u8 = 3;
pub(super) const SETTINGS: u8 = 4;
pub(super) const GOAWAY: u8 = 7;

/// A flag of DATA and HEADERS.
pub(super) const END_STREAM: u8 = 1;
/// A flag of SETTINGS.
pub(super) const ACK: u8 = 1;
/// A flag of HEADERS.
pub(super) const END_HEADERS: u8 = 4;

pub(super) const NO_ERROR: u32 = 0;
pub(super) const INTERNAL_ERROR: u32 = 2;
pub(super) const REFUSED_STREAM: u32 = 7;

/// Sends a frame (RFC 9113, section 4.1).
pub(super) fn send(connection: &mut Connection, kind: u8, flags: u8, stream: u32, payload: &[u8]) -> io::Result<()> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut frame = length[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    connection.send(frame)
}

/// Exchanges the connection preface (RFC 9113, section 3.4).
pub(super) fn greet(connection: &mut Connection) -> io::Result<()> {
    assert_eq!(connection.read_bytes(24)?, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    send(connection, SETTINGS, 0, 0, &[])
}

/// Reads a complete request, and returns its stream.
pub(super) fn read(connection: &mut Connection) -> io::Result<u32> {
    loop {
        let head = connection.read_bytes(9)?;
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let (kind, flags) = (head[3], head[4]);
        let stream = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
        connection.read_bytes(usize::try_from(length).unwrap())?;
        match kind {
            SETTINGS if flags & ACK == 0 => send(connection, SETTINGS, ACK, 0, &[])?,
            HEADERS | DATA if flags & END_STREAM != 0 => {
                connection.report_request();
                return Ok(stream);
            }
            _ => {}
        }
    }
}

/// Sends status 200 and the body `7`.
pub(super) fn respond(connection: &mut Connection, stream: u32) -> io::Result<()> {
    // RFC 7541, appendix A, number 8: `:status: 200`.
    send(connection, HEADERS, END_HEADERS, stream, &[0x88])?;
    send(connection, DATA, END_STREAM, stream, b"7")
}

pub(super) fn reset(connection: &mut Connection, stream: u32, code: u32) -> io::Result<()> {
    send(connection, RST_STREAM, 0, stream, &code.to_be_bytes())
}

/// Announces that streams after `last` are not processed.
pub(super) fn go_away(connection: &mut Connection, last: u32, code: u32) -> io::Result<()> {
    send(connection, GOAWAY, 0, 0, &[last.to_be_bytes(), code.to_be_bytes()].concat())
}
