using System.Security.Cryptography;
using System.Text;

namespace Integration.Platform.Secrets;

/// <summary>Layout: version (1), key id (4), nonce (12), tag (16), cipher text. Version, key id and purpose are authenticated.</summary>
internal sealed class AesSealer(KeyRing keys) : ISealer
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + KeyRing.IdLength;
    private const int Overhead = HeadLength + NonceLength + TagLength;

    public byte[] Seal(ReadOnlySpan<byte> plain, string purpose)
    {
        var (id, key) = keys.Newest;
        var result = new byte[Overhead + plain.Length];
        result[0] = Version;
        id.CopyTo(result, 1);
        var nonce = result.AsSpan(HeadLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            result.AsSpan(Overhead),
            result.AsSpan(HeadLength + NonceLength, TagLength),
            Context(result, purpose));
        return result;
    }

    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string purpose)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Version)
        {
            throw new CryptographicException("These are not bytes sealed by this platform.");
        }

        var key = keys.Find(sealedBytes.Slice(1, KeyRing.IdLength)) ?? throw new CryptographicException(
            "The key that sealed this is not among 'sealing-keys'; add the old key as a further line.");
        var plain = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            sealedBytes.Slice(HeadLength, NonceLength),
            sealedBytes[Overhead..],
            sealedBytes.Slice(HeadLength + NonceLength, TagLength),
            plain,
            Context(sealedBytes, purpose));
        return plain;
    }

    private static byte[] Context(ReadOnlySpan<byte> sealedBytes, string purpose) =>
        [.. sealedBytes[..HeadLength], .. Encoding.UTF8.GetBytes(purpose)];
}
