using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Protocol;

/// <summary>Follows the pages of an OData service, at its own address only.</summary>
/// <param name="address">The service's address.</param>
/// <param name="service">What refusals call it.</param>
internal sealed class ODataPaging(Uri address, string service)
{
    /// <summary>The whole address behind a link that the server gave; null when it leads to another host.</summary>
    public string? Ours(string link) =>
        Uri.TryCreate(address, link, out var target) && target.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority) ? target.AbsoluteUri : null;

    /// <summary>Why a link to another host is not followed.</summary>
    public WriteOutcome.Rejected OtherHost() => Refusal("named another host for the next page, which is not asked: check the connection's url.");

    /// <summary>The first page and those that follow; a failed one is the last.</summary>
    /// <param name="first">Reads the first one.</param>
    /// <param name="next">Reads the one behind a link.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<ODataPage<TRecord>> PagesAsync<TRecord>(
        Func<Task<ODataPage<TRecord>>> first, Func<string, Task<ODataPage<TRecord>>> next, [EnumeratorCancellation] CancellationToken ct)
    {
        var page = await first();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            yield return page;
            if (page.Failure is not null || page.Next is not { } link) yield break;
            page = await next(link);
            if (page.Next == link) page = page with { Failure = Refusal("named the same page as the next one again and again.") };
        }
    }

    /// <summary>All pages as one: their records, and the time or failure of the last.</summary>
    public static async Task<ODataPage<TRecord>> AllAsync<TRecord>(IAsyncEnumerable<ODataPage<TRecord>> pages, CancellationToken ct)
    {
        var records = new List<TRecord>();
        ODataPage<TRecord>? last = null;
        await foreach (var page in pages.WithCancellation(ct))
        {
            records.AddRange(page.Records);
            last = page;
        }

        return last! with { Records = records };
    }

    /// <summary>A link of an answer's body, such as <c>@odata.nextLink</c>; null when it has none.</summary>
    public static string? Link(JsonObject? body, string name) => body?[name] is JsonValue value && value.TryGetValue<string>(out var link) && link.Length > 0 ? link : null;

    /// <summary>An answer without a list.</summary>
    public static WriteOutcome.Unavailable NoList() => new("The answer is no list of OData.");

    private WriteOutcome.Rejected Refusal(string words) => new([new Reason("@odata.nextLink", $"{service} {words}")]);
}
