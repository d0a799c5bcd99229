using System.Globalization;

namespace Integration.Run.Bench.Systems;

/// <summary>CPU time of a process with all its descendants, also those that ended. Linux only (<c>/proc</c>).</summary>
internal static class ProcessCpu
{
    private const double TicksPerSecond = 100;
    private const int Parent = 1;
    private const int Own = 11;

    /// <summary>Seconds of user and system time so far.</summary>
    public static double SecondsOf(int root)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Select(id => (Id: id, Fields: Stat(id))).Where(process => process.Fields is not null).ToList();
        var children = all.ToLookup(process => Number(process.Fields![Parent]), process => process.Id);
        var byId = all.ToDictionary(process => process.Id, process => process.Fields!);
        var ticks = 0L;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var id))
        {
            // Own user and system time, and that of children that ended and were collected.
            if (byId.TryGetValue(id, out var fields)) ticks += Enumerable.Range(Own, 4).Sum(index => (long)Number(fields[index]));
            foreach (var child in children[id]) open.Push(child);
        }

        return ticks / TicksPerSecond;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[]? Stat(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // The command name in parentheses may hold spaces; the fields are counted after it.
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
