// Verifies an exported custody log: checkpoint signature, every tile, root. From the C2SP
// specifications signed-note, tlog-checkpoint and tlog-tiles and RFC 6962 alone.
//
// usage: verifylog FOLDER VKEY; prints the processor time it took, in nanoseconds.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const full = 256

func main() {
	start := processorTime()
	if err := verify(os.Args[1], os.Args[2]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(processorTime() - start)
}

func processorTime() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func verify(folder, vkey string) error {
	size, root, err := checkpoint(folder, vkey)
	if err != nil {
		return err
	}
	level, err := leafHashes(folder, size)
	if err != nil {
		return err
	}
	if err := tiles(folder, level); err != nil {
		return err
	}
	found := treeHash(level)
	if !bytes.Equal(found[:], root) {
		return errors.New("another root than the checkpoint's")
	}
	return nil
}

// checkpoint returns size and root once the signature of vkey holds.
func checkpoint(folder, vkey string) (int64, []byte, error) {
	note, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return 0, nil, err
	}
	parts := strings.SplitN(string(note), "\n\n", 2)
	key := strings.SplitN(vkey, "+", 3)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(key) != 3 || len(lines) != 3 || lines[0] != key[0] {
		return 0, nil, errors.New("not a checkpoint of this log")
	}
	public, err := base64.StdEncoding.DecodeString(key[2])
	if err != nil || len(public) != 33 || public[0] != 1 {
		return 0, nil, errors.New("not an Ed25519 key")
	}
	line := strings.TrimSuffix(strings.TrimPrefix(parts[1], "\u2014 "+key[0]+" "), "\n")
	signature, err := base64.StdEncoding.DecodeString(line)
	if err != nil || len(signature) != 68 ||
		!ed25519.Verify(public[1:], []byte(parts[0]+"\n"), signature[4:]) {
		return 0, nil, errors.New("the signature does not hold")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return 0, nil, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	return size, root, err
}

func leafHashes(folder string, size int64) ([][32]byte, error) {
	hashes := make([][32]byte, 0, size)
	entry := make([]byte, 1, 1<<16)
	for index := int64(0); int64(len(hashes)) < size; index++ {
		width := min(size-int64(len(hashes)), full)
		bundle, err := os.ReadFile(filepath.Join(folder, "tile/entries", path(index, width)))
		if err != nil {
			return nil, err
		}
		for ; width > 0 && len(bundle) >= 2; width-- {
			length := int(binary.BigEndian.Uint16(bundle))
			if len(bundle) < 2+length {
				break
			}
			entry = append(entry[:1], bundle[2:2+length]...)
			hashes = append(hashes, sha256.Sum256(entry))
			bundle = bundle[2+length:]
		}
		if width > 0 || len(bundle) > 0 {
			return nil, errors.New("a bundle is malformed")
		}
	}
	return hashes, nil
}

// tiles compares every tile over the leaf hashes with its file.
func tiles(folder string, level [][32]byte) error {
	for number := 0; len(level) > 0; number++ {
		above := make([][32]byte, 0, len(level)/full)
		for index := 0; index*full < len(level); index++ {
			width := min(int64(len(level)-index*full), full)
			tile := level[index*full : index*full+int(width)]
			name := filepath.Join(folder, "tile", strconv.Itoa(number), path(int64(index), width))
			file, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if len(file) != 32*int(width) {
				return errors.New("a tile has another length")
			}
			for i := range tile {
				if !bytes.Equal(tile[i][:], file[32*i:32*i+32]) {
					return errors.New("a tile has another hash")
				}
			}
			if width == full {
				above = append(above, treeHash(tile))
			}
		}
		level = above
	}
	return nil
}

// treeHash is MTH of RFC 6962 over leaf hashes.
func treeHash(hashes [][32]byte) [32]byte {
	stack := make([][32]byte, 0, 64)
	for i, hash := range hashes {
		stack = append(stack, hash)
		for n := i; n&1 == 1; n >>= 1 {
			stack = join(stack)
		}
	}
	for len(stack) > 1 {
		stack = join(stack)
	}
	if len(stack) == 0 {
		return sha256.Sum256(nil)
	}
	return stack[0]
}

func join(stack [][32]byte) [][32]byte {
	var node [65]byte
	node[0] = 1
	copy(node[1:], stack[len(stack)-2][:])
	copy(node[33:], stack[len(stack)-1][:])
	stack[len(stack)-2] = sha256.Sum256(node[:])
	return stack[:len(stack)-1]
}

func path(index, width int64) string {
	name := fmt.Sprintf("%03d", index%1000)
	for rest := index / 1000; rest > 0; rest /= 1000 {
		name = fmt.Sprintf("x%03d/", rest%1000) + name
	}
	if width < full {
		name += ".p/" + strconv.FormatInt(width, 10)
	}
	return name
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
