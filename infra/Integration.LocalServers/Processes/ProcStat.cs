using System.Globalization;

namespace Integration.LocalServers.Processes;

/// <summary>One line of <c>/proc/ID/stat</c> (Linux, proc(5)).</summary>
internal sealed record ProcStat(int Id, int Parent, char State)
{
    /// <summary>Z: ended, not yet collected by its parent. X: going.</summary>
    public bool HasEnded => State is 'Z' or 'X';

    public static ProcStat? Of(int processId)
    {
        try
        {
            return Parse(processId, File.ReadAllText($"/proc/{processId}/stat"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static IEnumerable<ProcStat> All() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0
        let stat = Of(id)
        where stat is not null
        select stat;

    /// <summary>The name stands in brackets and may hold blanks and brackets itself, so fields count from the last bracket.</summary>
    internal static ProcStat? Parse(int processId, string line)
    {
        var fields = line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent)
            ? new ProcStat(processId, parent, fields[0][0])
            : null;
    }
}
