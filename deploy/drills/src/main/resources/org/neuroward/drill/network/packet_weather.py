"""A network with bad weather between this computer and a network namespace of it: delays, loses, doubles and reorders IP packets.

Two TUN devices, one here, one in the namespace; what is written into the one comes out of the other, or does not. For kernels
without netem. Says "ready", then takes one line of JSON for each change:
{"delayMillis": 50, "jitterMillis": 20, "loss": 0.01, "duplicate": 0.01, "reorder": 0.05, "cut": false}
and ends with its standard input. Arguments: namespace, name of the device here, name of the device there, seed.
"""

import ctypes
import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x1001
CLONE_NEWNET = 0x40000000
LARGEST_PACKET = 65536
# As a router's queue: what does not fit is lost.
LONGEST_QUEUE = 20000


def tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN_NO_PI))
    return device


def enter(namespace):
    there = os.open("/run/netns/" + namespace, os.O_RDONLY)
    if ctypes.CDLL(None, use_errno=True).setns(there, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns " + namespace)
    os.close(there)


class Weather:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.now = {"delayMillis": 0, "jitterMillis": 0, "loss": 0, "duplicate": 0, "reorder": 0, "cut": False}
        self.queue = []
        self.count = 0

    def take(self, packet, to):
        if self.now["cut"] or self.random.random() < self.now["loss"]:
            return
        self.put(packet, to)
        if self.random.random() < self.now["duplicate"]:
            self.put(packet, to)

    def put(self, packet, to):
        delay = self.now["delayMillis"] + self.random.uniform(-1, 1) * self.now["jitterMillis"]
        if self.random.random() < self.now["reorder"]:
            delay = 0
        if len(self.queue) < LONGEST_QUEUE:
            self.count += 1
            heapq.heappush(self.queue, (time.monotonic() + max(0, delay) / 1000, self.count, to, packet))

    def give(self):
        while self.queue and self.queue[0][0] <= time.monotonic():
            _, _, to, packet = heapq.heappop(self.queue)
            if not self.now["cut"]:
                try:
                    os.write(to, packet)
                except OSError:
                    pass  # The device is down or full: the packet is lost, as packets are.

    def wait(self):
        return max(0, self.queue[0][0] - time.monotonic()) if self.queue else None


def read_all(device):
    packets = []
    try:
        while len(packets) < 64:
            packets.append(os.read(device, LARGEST_PACKET))
    except BlockingIOError:
        pass
    except OSError:
        pass
    return packets


def main():
    namespace, name_here, name_there, seed = sys.argv[1:5]
    here = tun(name_here)
    enter(namespace)
    there = tun(name_there)
    weather = Weather(int(seed))
    print("ready", flush=True)
    pending = b""
    while True:
        readable, _, _ = select.select([here, there, sys.stdin.fileno()], [], [], weather.wait())
        if sys.stdin.fileno() in readable:
            some = os.read(sys.stdin.fileno(), 65536)
            if not some:
                return
            *lines, pending = (pending + some).split(b"\n")
            for line in lines:
                weather.now.update(json.loads(line))
        for device, other in ((here, there), (there, here)):
            if device in readable:
                for packet in read_all(device):
                    weather.take(packet, other)
        weather.give()


main()
