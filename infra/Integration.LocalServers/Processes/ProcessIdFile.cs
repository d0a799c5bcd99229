using System.Globalization;

namespace Integration.LocalServers.Processes;

/// <summary>A file whose first line is the id of a process.</summary>
internal static class ProcessIdFile
{
    /// <summary>The id, or null when there is no such file or no number in it yet.</summary>
    public static async Task<int?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        var lines = await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false);
        return int.TryParse(lines.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
