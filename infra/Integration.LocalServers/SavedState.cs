using System.Security.Cryptography;
using System.Text.Json;

namespace Integration.LocalServers;

/// <summary>What a server keeps in its folder between starts (ports, identity, administrator's password), readable by its owner only.</summary>
internal static class SavedState
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    public static async Task<T?> LoadAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        await using var stream = File.OpenRead(path);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw new ServerFailedException($"{path} is damaged: {error.Message} Delete its folder to begin with an empty server.", error);
        }
    }

    public static Task SaveAsync<T>(string path, T state, CancellationToken cancellationToken) =>
        WriteSecretAsync(path, JsonSerializer.Serialize(state, Layout), cancellationToken);

    /// <summary>Writes by way of a second file, so that a crash leaves the old content or the new, never half of one.</summary>
    public static async Task WriteSecretAsync(string path, string text, CancellationToken cancellationToken)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(fresh, options))
            await writer.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>192 random bits in letters and digits that need no escaping in URLs, shells and connection strings.</summary>
    public static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
