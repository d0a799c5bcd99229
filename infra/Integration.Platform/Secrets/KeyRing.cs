using System.Security.Cryptography;
using Integration.Platform.Hosting;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Secrets;

/// <summary>
/// The sealing keys: secret <c>sealing-keys</c>, one base64 key of 32 bytes per line, the first seals and all open. When
/// there is no such secret a key file is made once under the data folder, readable by its owner only.
/// </summary>
internal sealed class KeyRing
{
    public const int IdLength = 4;
    private const int KeyLength = 32;
    private readonly List<(byte[] Id, byte[] Key)> _keys;

    public KeyRing(ISecrets secrets, IOptions<PlatformOptions> platform)
    {
        var lines = secrets.Get("sealing-keys") ?? FromDataFolder(platform.Value.DataFolder);
        _keys = [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        if (_keys.Count == 0)
        {
            throw Invalid();
        }
    }

    public (byte[] Id, byte[] Key) Newest => _keys[0];

    public byte[]? Find(ReadOnlySpan<byte> id)
    {
        foreach (var key in _keys)
        {
            if (id.SequenceEqual(key.Id))
            {
                return key.Key;
            }
        }

        return null;
    }

    private static (byte[] Id, byte[] Key) Read(string line)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(line, key, out var length) && length == KeyLength
            ? (SHA256.HashData(key)[..IdLength], key)
            : throw Invalid();
    }

    private static InvalidOperationException Invalid() => new(
        "Secret 'sealing-keys' must hold one base64 key of 32 bytes per line, newest first (make one by: openssl rand -base64 32).");

    private static string FromDataFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "sealing-keys");
        if (!File.Exists(file))
        {
            Create(file);
        }

        return File.ReadAllText(file);
    }

    // Written aside and moved, so that no second process reads half a key.
    private static void Create(string file)
    {
        var aside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(aside, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
        }

        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }
}
