namespace Integration.LocalServers.Processes;

/// <summary>The end of a log file, for error messages.</summary>
internal static class LogTail
{
    private const int Lines = 15;

    /// <summary>The last lines of the first of these files that says anything, headed by its path.</summary>
    public static string Of(params IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(File.Exists))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            var last = new Queue<string>();
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0)
                    continue;
                last.Enqueue(line);
                if (last.Count > Lines)
                    last.Dequeue();
            }

            if (last.Count > 0)
                return $"The end of {path}:\n  {string.Join("\n  ", last)}";
        }

        return "Its log is empty.";
    }
}
