#!/usr/bin/env python3
"""Writes the golden bytes of wire version 1 and what they mean: src/test/resources/wire/v1/*.bin and *.json.

Independent of the Java code: the layouts are spelled out here from the specification, CRC32C is computed bit by bit, and
protobuf messages are built by hand from their field numbers. Standard library only. Run in the module folder:
    python3 src/test/tools/wire_fixtures.py
The bytes of a file never change once it is there: a change that alters them breaks agents in the field. What later versions add
stands in files of its own.
"""

import json
import pathlib
import struct
import uuid

HERE = pathlib.Path("src/test/resources/wire/v1")
RECORDING = "018f0000-1111-7222-8333-444455556666"
SESSION = "018f0000-aaaa-7bbb-8ccc-ddddeeeeffff"
COMMAND = "7d444840-9dc0-11d1-b245-5ffdce74fad2"
DEVICE_NANOS = 123456789
HOST_NANOS = 987654321000


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


assert crc32c(b"123456789") == 0xE3069283  # RFC 3720, B.4's polynomial; the check value of the CRC catalogue


def frame(kind, index, stream, first, count, payload, flags=0, epoch=0):
    head = b"NWF1" + struct.pack("<BBH", 1, kind, flags) + uuid.UUID(RECORDING).bytes
    head += struct.pack("<HHQQIqqI", stream, epoch, index, first, count, DEVICE_NANOS, HOST_NANOS, len(payload))
    assert len(head) == 68
    body = head + struct.pack("<I", crc32c(head)) + payload
    return body + struct.pack("<I", crc32c(body))


def frame_json(kind, index, stream, first, count, content, flags=0, epoch=0):
    return {
        "header": {
            "recordingId": RECORDING,
            "frameIndex": index,
            "type": kind,
            "flags": flags,
            "position": {"stream": stream, "epoch": epoch, "firstSample": first, "sampleCount": count},
            "time": {"deviceNanos": DEVICE_NANOS, "hostNanos": HOST_NANOS},
        },
        "content": content,
    }


def varint(value):
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def zigzag(value):
    return (value << 1) ^ (value >> 63)


def number(field, value):
    return varint(field << 3) + varint(value) if value else b""


def signed(field, value):
    return number(field, zigzag(value) & 0xFFFFFFFFFFFFFFFF)


def double(field, value):
    return varint(field << 3 | 1) + struct.pack("<d", value) if value else b""


def fixed64(field, value):
    return varint(field << 3 | 1) + struct.pack("<Q", value) if value else b""


def text(field, value):
    data = value if isinstance(value, bytes) else value.encode()
    return varint(field << 3 | 2) + varint(len(data)) + data if data else b""


def message(field, data):
    return varint(field << 3 | 2) + varint(len(data)) + data


def ident(field, value):
    return text(field, uuid.UUID(value).bytes)


CHANNELS = [
    ("EEG Fp1", "EEG", "uV", 256.0, -8388608, 8388607, -187500.0, 187499.978, "Ag/AgCl", "HP:0.1Hz"),
    ("脉搏", "OTHER", "", 12.5, -32768, 32767, 100.0, -100.0, "", ""),
]


def channel(c):
    return (text(1, c[0]) + text(2, c[1]) + text(3, c[2]) + double(4, c[3]) + signed(5, c[4]) + signed(6, c[5])
            + double(7, c[6]) + double(8, c[7]) + text(9, c[8]) + text(10, c[9]))


def channel_json(c):
    return {"label": c[0], "kind": c[1], "unit": c[2], "rate": {"hertz": c[3]}, "digital": {"min": c[4], "max": c[5]},
            "physical": {"min": c[6], "max": c[7]}, "transducer": c[8], "prefilter": c[9]}


CHANNELS_JSON = [channel_json(c) for c in CHANNELS]
fixtures = {}

fixtures["frame-description"] = (
    frame(4, 0, 0, 0, 0, ident(1, SESSION) + text(2, "simulated patient, seed 7")
          + signed(3, 1795422600250) + b"".join(message(4, channel(c)) for c in CHANNELS) + number(5, 1)),
    frame_json("DESC", 0, 0, 0, 0, {
        "sessionId": SESSION, "source": "simulated patient, seed 7", "startedAt": "2026-11-23T08:30:00.250Z",
        "channels": CHANNELS_JSON, "simulated": True, "claim": None, "offline": False, "procedure": ""}))
COUNTS = [0, 1, -1, 8388607, -8388608, -2147483648]
fixtures["frame-data"] = (
    frame(1, 4294967297, 1, 1099511627776, 3, struct.pack("<6i", *COUNTS)),
    frame_json("DATA", 4294967297, 1, 1099511627776, 3, {"counts": COUNTS}))
fixtures["frame-gap"] = (
    frame(2, 9, 65535, 5000, 2147483647, bytes([2]), epoch=3),
    frame_json("GAP", 9, 65535, 5000, 2147483647, {"cause": "COUNTER", "exact": True}, epoch=3))
fixtures["frame-event-planned"] = (
    frame(3, 1, 0, 15360, 0, struct.pack("<qq", 60 * 10**9, 60 * 10**9) + b"Eyes open", flags=1),
    frame_json("EVENT", 1, 0, 15360, 0, {"onset": "PT1M", "duration": "PT1M", "text": "Eyes open", "planned": True},
               flags=1))
fixtures["frame-event-instant"] = (
    frame(3, 2, 0, 384, 0, struct.pack("<qq", 1500000000, -1) + "眨眼".encode()),
    frame_json("EVENT", 2, 0, 384, 0, {"onset": "PT1.5S", "duration": None, "text": "眨眼", "planned": False}))
fixtures["frame-clock"] = (
    frame(5, 3, 0, 2560, 0, struct.pack("<q", 1795422610250)),
    frame_json("CLOCK", 3, 0, 2560, 0, {"wallClock": "2026-11-23T08:30:10.250Z", "device": None, "server": None}))
fixtures["frame-end"] = (
    frame(8, 4000, 0, 76800, 0, bytes([1]) + struct.pack("<2q", 76800, 3750)),
    frame_json("END", 4000, 0, 76800, 0, {"reason": "STOPPED", "samplesOfStreams": [76800, 3750]}))

fixtures["agent-hello"] = (
    message(1, text(1, "bed-1") + text(2, "s3cret") + text(3, "0.1.0") + number(4, 1) + text(5, "simulated patient, seed 7")
            + b"".join(message(6, channel(c)) for c in CHANNELS)
            + message(7, ident(1, RECORDING) + ident(2, SESSION) + fixed64(3, 4001) + number(4, 1)) + number(8, 1)),
    {"agentId": "bed-1", "secret": "s3cret", "agentVersion": "0.1.0", "wireVersion": 1,
     "device": "simulated patient, seed 7", "simulated": True, "channels": CHANNELS_JSON,
     "recordings": [{"recordingId": RECORDING, "sessionId": SESSION, "nextFrame": 4001, "ended": True, "offline": False}]})
fixtures["agent-frame"] = (text(2, fixtures["frame-data"][0]), {"frame": fixtures["frame-data"][1]})
fixtures["agent-preview"] = (
    message(3, number(1, 1) + number(2, 12) + number(3, 2) + text(4, struct.pack("<4i", 1, -2, 3, -4))),
    {"stream": 1, "firstSample": 12, "channels": 2, "counts": [1, -2, 3, -4]})
fixtures["agent-state"] = (message(4, text(1, "UPLOADING") + text(2, "x")), {"state": "UPLOADING", "detail": "x"})
fixtures["agent-command-done"] = (message(5, ident(1, COMMAND)), {"commandId": COMMAND, "refusal": None})
fixtures["agent-command-refused"] = (
    message(5, ident(1, COMMAND) + text(2, "NOT_PREPARED")), {"commandId": COMMAND, "refusal": "NOT_PREPARED"})

fixtures["server-welcome"] = (
    message(1, message(1, ident(1, RECORDING) + fixed64(2, 4000))),
    {"durable": [{"recordingId": RECORDING, "nextFrame": 4000}]})
fixtures["server-ack"] = (
    message(2, ident(1, RECORDING) + fixed64(2, 4294967298)), {"recordingId": RECORDING, "nextFrame": 4294967298})
fixtures["server-prepare"] = (
    message(3, ident(1, COMMAND) + ident(2, SESSION)), {"commandId": COMMAND, "sessionId": SESSION})
fixtures["server-start"] = (
    message(4, ident(1, COMMAND) + ident(2, SESSION) + message(3, text(1, "Eyes closed") + number(2, 300))),
    {"commandId": COMMAND, "sessionId": SESSION, "plan": [{"text": "Eyes closed", "seconds": 300}], "claim": None})
fixtures["server-marker"] = (message(5, ident(1, COMMAND) + text(2, "咳嗽")), {"commandId": COMMAND, "text": "咳嗽"})
fixtures["server-stop"] = (message(6, ident(1, COMMAND)), {"commandId": COMMAND})
fixtures["server-release"] = (message(7, ident(1, COMMAND)), {"commandId": COMMAND})
fixtures["server-sealed"] = (
    message(8, ident(1, RECORDING) + text(2, "ab" * 32)), {"recordingId": RECORDING, "sha256": "ab" * 32})
fixtures["server-refused"] = (
    message(9, text(1, "WRONG_SECRET") + text(2, "The secret is not this agent's.")),
    {"code": "WRONG_SECRET", "sentence": "The secret is not this agent's."})

# Since wire version 2.
CLAIM = text(1, "A-2026-0042") + text(2, "P-7") + text(3, "li.na")
CLAIM_JSON = {"orderNumber": "A-2026-0042", "patientNumber": "P-7", "confirmedBy": "li.na"}
CLOCKS = message(1, double(1, 249.98) + double(2, 12.5)) + message(2, signed(1, -1500000000) + number(2, 900000))
CLOCKS_JSON = ({"effectiveHertz": 249.98, "uncertaintyPpm": 12.5}, {"offsetNanos": -1500000000, "uncertaintyNanos": 900000})
ELECTRODES = (message(1, text(1, "EEG Fp1") + double(2, 4700.0) + text(3, "OK") + text(4, "6 nA, 31.2 Hz"))
              + message(1, text(1, "脉搏") + text(3, "UNKNOWN") + text(4, "-")))
ELECTRODES_JSON = [{"channel": "EEG Fp1", "ohms": 4700.0, "state": "OK", "method": "6 nA, 31.2 Hz"},
                   {"channel": "脉搏", "ohms": None, "state": "UNKNOWN", "method": "-"}]
fixtures["frame-description-offline"] = (
    frame(4, 0, 0, 0, 0, ident(1, SESSION) + text(2, "Cyton") + signed(3, 1795422600250) + message(4, channel(CHANNELS[0]))
          + message(6, CLAIM) + number(7, 1) + text(8, "resting-eeg/short")),
    frame_json("DESC", 0, 0, 0, 0, {
        "sessionId": SESSION, "source": "Cyton", "startedAt": "2026-11-23T08:30:00.250Z", "channels": CHANNELS_JSON[:1],
        "simulated": False, "claim": CLAIM_JSON, "offline": True, "procedure": "resting-eeg/short"}))
fixtures["frame-gap-estimated"] = (
    frame(2, 10, 0, 5000, 250, bytes([6, 1])),
    frame_json("GAP", 10, 0, 5000, 250, {"cause": "RESTARTED", "exact": False}))
fixtures["frame-clock-all"] = (
    frame(5, 3, 0, 2560, 0, struct.pack("<q", 1795422610250) + CLOCKS),
    frame_json("CLOCK", 3, 0, 2560, 0, {
        "wallClock": "2026-11-23T08:30:10.250Z", "device": CLOCKS_JSON[0], "server": CLOCKS_JSON[1]}))
fixtures["frame-impedance"] = (
    frame(6, 4, 0, 2560, 0, ELECTRODES), frame_json("IMPEDANCE", 4, 0, 2560, 0, {"electrodes": ELECTRODES_JSON}))
fixtures["frame-tally"] = (
    frame(9, 5, 0, 2560, 0, struct.pack("<3q", 3, 2, 1)),
    frame_json("TALLY", 5, 0, 2560, 0, {"repeated": 3, "late": 2, "damaged": 1}))
fixtures["agent-status"] = (
    message(6, signed(1, -12) + text(2, "STREAMING")
            + message(3, number(1, 250) + number(2, 1) + number(3, 4) + number(4, 5) + number(5, 6))
            + message(4, number(1, 40) + number(2, 4000) + number(3, 1 << 33) + number(4, 1 << 40) + number(5, 1 << 41)
                      + text(6, "LOW"))
            + message(5, CLOCKS)),
    {"agentNanos": -12, "device": "STREAMING",
     "losses": {"missingSamples": 250, "gaps": 1, "repeated": 4, "late": 5, "damaged": 6},
     "spool": {"backlogFrames": 40, "backlogMillis": 4000, "bytes": 1 << 33, "diskFreeBytes": 1 << 40,
               "diskTotalBytes": 1 << 41, "disk": "LOW"},
     "deviceClock": CLOCKS_JSON[0], "serverClock": CLOCKS_JSON[1]})
fixtures["agent-impedances"] = (message(7, ELECTRODES), {"electrodes": ELECTRODES_JSON})
fixtures["server-start-claimed"] = (
    message(4, ident(1, COMMAND) + ident(2, SESSION) + message(4, CLAIM)),
    {"commandId": COMMAND, "sessionId": SESSION, "plan": [], "claim": CLAIM_JSON})
fixtures["server-measure-impedance"] = (
    message(10, ident(1, COMMAND) + number(2, 1)), {"commandId": COMMAND, "on": True})
fixtures["server-time-answer"] = (
    message(11, signed(1, -12) + signed(2, 1795422610250000000) + signed(3, 1795422610250001000)),
    {"agentNanos": -12, "receivedEpochNanos": 1795422610250000000, "sentEpochNanos": 1795422610250001000})

for name, (data, meaning) in fixtures.items():
    (HERE / f"{name}.bin").write_bytes(data)
    (HERE / f"{name}.json").write_text(json.dumps(meaning, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
print(f"{len(fixtures)} fixtures")
