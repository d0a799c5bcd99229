using System.Net.Http.Json;

namespace Integration.Run.Bench.Orders;

/// <summary>What a sandbox committed of orders, by its own clock.</summary>
internal sealed class Journal(HttpClient http, Uri sandbox)
{
    private readonly Dictionary<string, List<Commit>> _byReference = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>References seen so far.</summary>
    public int Count => _byReference.Count;

    /// <summary>Reads on to the end.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            var next = await http.GetFromJsonAsync<List<Commit>>(new Uri(sandbox, $"_sandbox/journal?after={_last}"), ct) ?? [];
            if (next.Count == 0) return;
            foreach (var commit in next)
            {
                if (!_byReference.TryGetValue(commit.Reference, out var commits)) _byReference[commit.Reference] = commits = [];
                commits.Add(commit);
            }

            _last = next[^1].Seq;
        }
    }

    /// <summary>The commits of a reference, in order.</summary>
    public IReadOnlyList<Commit> Of(string reference) => _byReference.GetValueOrDefault(reference, []);
}
