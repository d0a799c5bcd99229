using Integration.Platform.Secrets;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>Makes bytes unreadable without a key; enough to see that plain text is never stored.</summary>
public sealed class FlippingSealer : ISealer
{
    public byte[] Seal(ReadOnlySpan<byte> plain, string purpose) => Flip(plain);

    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string purpose) => Flip(sealedBytes);

    private static byte[] Flip(ReadOnlySpan<byte> bytes)
    {
        var flipped = bytes.ToArray();
        for (var i = 0; i < flipped.Length; i++) flipped[i] ^= 0xFF;
        return flipped;
    }
}
