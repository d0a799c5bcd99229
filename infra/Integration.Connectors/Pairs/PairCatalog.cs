using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Connectors.Pairs;

/// <summary>The pairs of this installation, from <c>pairs/*.json</c>. A bad file disables its pair and is reported; the process goes on.</summary>
public sealed class PairCatalog
{
    private readonly string[] _folders;
    private readonly ILogger<PairCatalog> _log;
    private readonly Lock _lock = new();
    private volatile PairSet _set = PairSet.Empty;
    private string? _stamp;

    /// <summary>Reads the folder.</summary>
    public PairCatalog(IOptions<PairsOptions> options, ILogger<PairCatalog> log)
    {
        _folders = options.Value.Folder.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _log = log;
        Refresh();
    }

    /// <summary>The usable pairs, by name.</summary>
    public IReadOnlyCollection<PairDefinition> Pairs => [.. _set.Pairs.Values.OrderBy(pair => pair.Name, StringComparer.Ordinal)];

    /// <summary>What is wrong with the files that were left out.</summary>
    public IReadOnlyList<PairFileException> Problems => _set.Problems;

    /// <summary>The pair as it stands now, or null.</summary>
    public PairDefinition? Find(string name) => _set.Pairs.GetValueOrDefault(name);

    /// <summary>Reads the folder again if a file in it came, went or changed.</summary>
    /// <returns>True when it was read again.</returns>
    public bool Refresh()
    {
        lock (_lock)
        {
            var stamp = Stamp();
            if (stamp == _stamp) return false;
            var set = PairSet.Read(_folders);
            foreach (var problem in set.Problems) _log.LogError("Pair disabled. {Problem}", problem.Message);
            _set = set;
            _stamp = stamp;
            return true;
        }
    }

    private string Stamp() => string.Join('\n', _folders.Where(Directory.Exists)
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*.json", SearchOption.AllDirectories)
            .Where(file => !file.FullName.StartsWith(Path.Combine(Path.GetFullPath(folder), Publishing.DocumentHistory.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        .OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"{file.FullName}|{file.LastWriteTimeUtc.Ticks}|{file.Length}"));
}
