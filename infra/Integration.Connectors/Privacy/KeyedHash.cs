using System.Security.Cryptography;
using System.Text;
using Integration.Platform.Database;
using Integration.Platform.Secrets;

namespace Integration.Connectors.Privacy;

/// <summary>Hashes personal data with a key that is made once per database and stored sealed: equal texts can be told, and nothing guessed from them.</summary>
internal sealed class KeyedHash(ISealer sealer)
{
    private const string Purpose = "email-hash-key";
    private byte[]? _key;

    /// <summary>The hash of a text, in lower-case hexadecimal digits.</summary>
    public async Task<string> OfAsync(IUnit unit, string text, CancellationToken ct)
    {
        var key = _key ?? await LoadAsync(unit, ct);
        // Kept only when it is stored for good.
        if (_key is null) unit.AfterCommit(() => _key = key);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private async Task<byte[]> LoadAsync(IUnit unit, CancellationToken ct)
    {
        if (await unit.FirstOrDefaultAsync<byte[]>("SELECT sealed FROM email_hash_key WHERE id = 1", null, ct) is { } known)
        {
            return sealer.Open(known, Purpose);
        }

        // Two processes may race: the first row stays, and both read it back.
        await unit.ExecuteAsync("INSERT INTO email_hash_key (id, sealed) VALUES (1, @made) ON CONFLICT (id) DO NOTHING",
            new { made = sealer.Seal(RandomNumberGenerator.GetBytes(32), Purpose) }, ct);
        return sealer.Open((await unit.FirstOrDefaultAsync<byte[]>("SELECT sealed FROM email_hash_key WHERE id = 1", null, ct))!, Purpose);
    }
}
