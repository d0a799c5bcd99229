using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Faults;

/// <summary>
/// The calls that a stand-in received: the last <see cref="Kept"/> of them, and counts per route since it was
/// cleared. Bodies and headers are not kept, and secrets in the query are masked. Safe for concurrent use.
/// </summary>
/// <param name="route">Names the route a request is counted under, without the method; null takes the path.</param>
public sealed partial class CallLog(Func<HttpRequest, string>? route = null)
{
    /// <summary>Calls kept one by one.</summary>
    public const int Kept = 5000;

    private readonly Lock _gate = new();
    private readonly Queue<CallEntry> _calls = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The calls kept, oldest first.</summary>
    public IReadOnlyList<CallEntry> Calls()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    /// <summary>Calls per "METHOD route" since the last <see cref="Clear"/>.</summary>
    public IReadOnlyDictionary<string, int> Counts()
    {
        lock (_gate)
        {
            return new Dictionary<string, int>(_counts);
        }
    }

    /// <summary>Forgets calls and counts.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _counts.Clear();
        }
    }

    internal static string Target(HttpRequest request) =>
        request.Path + Uri.UnescapeDataString(request.QueryString.Value ?? "");

    internal void Add(HttpContext context, int status, FaultKind? fault, DateTimeOffset at, TimeSpan took)
    {
        var request = context.Request;
        var name = $"{request.Method} {route?.Invoke(request) ?? request.Path.Value}";
        var entry = new CallEntry(at, request.Method, Mask(Target(request)), name, status, took.TotalMilliseconds, fault);
        lock (_gate)
        {
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
            _calls.Enqueue(entry);
            if (_calls.Count > Kept)
            {
                _calls.Dequeue();
            }
        }
    }

    internal static string Mask(string target) => Secret().Replace(target, "$1***");

    [GeneratedRegex(@"([?&](?:_?key|token|access_token|refresh_token|password|client_secret|secret)=)[^&]*", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
