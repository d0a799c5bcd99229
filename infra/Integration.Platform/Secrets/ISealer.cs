namespace Integration.Platform.Secrets;

/// <summary>
/// Encrypts payload snapshots and tokens before they are stored: AES-256-GCM, a random nonce each time, the key's id
/// in the sealed bytes so that keys can be rotated (old keys open, the newest seals).
/// </summary>
public interface ISealer
{
    /// <summary>Seals <paramref name="plain"/>; <paramref name="purpose"/> (e.g. <c>snapshot</c>) must be the same to open it.</summary>
    byte[] Seal(ReadOnlySpan<byte> plain, string purpose);

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Key unknown, purpose different, or bytes changed.</exception>
    byte[] Open(ReadOnlySpan<byte> sealedBytes, string purpose);
}
