using System.Globalization;

namespace Integration.Run.Bench.Systems;

/// <summary>CPU time of a process with all its descendants, also those that ended. Linux only (<c>/proc</c>).</summary>
internal static class ProcessCpu
{
    /// <summary>Seconds of user and system time so far.</summary>
    public static double SecondsOf(int root)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Select(id => (Id: id, Ticks: Ticks(id))).Where(process => process.Ticks is not null).ToDictionary(process => process.Id, process => process.Ticks!.Value);
        var children = all.ToLookup(process => process.Value.Parent, process => process.Key);
        var ticks = 0L;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var id))
        {
            if (all.TryGetValue(id, out var process)) ticks += process.Own + process.Collected;
            foreach (var child in children[id]) open.Push(child);
        }

        return ticks / ProcessTicks.PerSecond;
    }

    private static ProcessTicks? Ticks(int id)
    {
        try
        {
            return ProcessTicks.Of(id);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
