namespace Integration.Connectors.Publishing;

/// <summary>Writes a file so that nobody ever reads half of it.</summary>
internal static class WholeFile
{
    public static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var aside = $"{file}.new";
        File.WriteAllText(aside, text);
        File.Move(aside, file, overwrite: true);
    }
}
