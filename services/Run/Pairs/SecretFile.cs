namespace Integration.Run.Pairs;

/// <summary>Writes a secret into a file that only its owner may read.</summary>
internal static class SecretFile
{
    public static void Write(string folder, string name, string secret)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        if (File.Exists(file) && File.ReadAllText(file) == secret) return;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(secret);
    }
}
