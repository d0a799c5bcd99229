using System.Collections.Concurrent;
using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>A list of ids that is read page by page.</summary>
internal sealed class FakeHistory : IOrderHistory
{
    public List<string> Ids { get; } = [];

    public int PageSize { get; set; } = 10;

    /// <summary>Where pages were asked for, in order.</summary>
    public ConcurrentQueue<int> Asked { get; } = new();

    public DateTimeOffset? Since { get; private set; }

    public Queue<WriteOutcome> Failures { get; } = new();

    public Task<ListedPage> PageAsync(DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        Since = since;
        if (Failures.TryDequeue(out var failure)) return Task.FromResult<ListedPage>(new ListedPage.Failed(failure));
        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        Asked.Enqueue(from);
        var next = from + PageSize;
        return Task.FromResult<ListedPage>(new ListedPage.Read(
            [.. Ids.Skip(from).Take(PageSize)], next < Ids.Count ? next.ToString(CultureInfo.InvariantCulture) : null, Math.Min(1, (double)next / Math.Max(1, Ids.Count))));
    }
}
