using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Dynamics.Protocol;
using Integration.Dynamics.Protocol.Batch;
using Integration.Dynamics.Tokens;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>
/// F&amp;O's OData service. Every call says <c>cross-company=true</c> and names the legal entity: without them the service works in the default company of the integration's user, and
/// reads come back empty (odata.md).
/// </summary>
internal sealed class FinanceClient(OutsideHttp http, ITokenSource tokens, Uri address, DynamicsSettings settings)
{
    private const string Everywhere = "cross-company=true";

    /// <summary>Most characters of a list of alternatives in a filter, as escaped: addresses beyond some 2,000 characters are refused by web servers.</summary>
    public const int LongestFilter = 1200;

    private readonly ODataPaging _paging = new(address, "F&O");
    private readonly AnswerReading _reading = new(http.Masked);
    private readonly SignedHttp _signed = new(http, tokens,
        "F&O does not accept a token that Microsoft Entra has just issued (401): enter the client id under System administration, Setup, Microsoft Entra applications, with the integration's user.");

    /// <summary>The legal entity.</summary>
    public string LegalEntity => settings.LegalEntity;

    /// <summary>Takes secrets and personal data out of a text.</summary>
    public string Masked(string text) => http.Masked(text);

    /// <summary>Path and query of a list, relative to the environment's address.</summary>
    public string Target(string set, EntityQuery query)
    {
        var filter = Filter.Equal("dataAreaId", settings.LegalEntity) + (query.Filter is null ? "" : $" and {query.Filter}");
        (string Name, string? Value)[] options =
        [
            ("$filter", filter), ("$select", string.Join(',', query.Select.Prepend("dataAreaId").Distinct())), ("$expand", query.Expand), ("$orderby", query.OrderBy),
            ("$top", query.Top?.ToString(CultureInfo.InvariantCulture)),
        ];
        return $"data/{set}?{Everywhere}&{string.Join('&', options.Where(option => option.Value is not null).Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value!)}"))}";
    }

    /// <summary>Path and query of a set, for writing into it.</summary>
    public static string Target(string set) => $"data/{set}?{Everywhere}";

    /// <summary>Path and query of one record; the legal entity is the first part of every key.</summary>
    public string Target(string set, params ReadOnlySpan<(string Field, string Value)> key)
    {
        var parts = new StringBuilder($"dataAreaId={Uri.EscapeDataString(Filter.Literal(settings.LegalEntity))}");
        foreach (var (field, value) in key) parts.Append(',').Append(field).Append('=').Append(Uri.EscapeDataString(Filter.Literal(value)));
        return $"data/{set}({parts})?{Everywhere}";
    }

    /// <summary>Reads the first page of a list.</summary>
    public Task<ODataPage<FinanceRecord>> ListAsync(string set, EntityQuery query, CancellationToken ct) => PageAsync(
        OutsideRequest.Get(Target(set, query)) with
        {
            MaskedTarget = query.IsPersonal ? Target(set, query with { Filter = "hidden" }) : null,
            Headers = Wished(query.PageSize),
        }, ct);

    /// <summary>Reads the page that the server named; never from another host.</summary>
    public async Task<ODataPage<FinanceRecord>> NextAsync(string next, int? pageSize, CancellationToken ct) => _paging.Ours(next) is { } target
        ? await PageAsync(OutsideRequest.Get(target) with { Headers = Wished(pageSize) }, ct)
        : new ODataPage<FinanceRecord>([], _paging.OtherHost());

    /// <summary>Reads a list page by page; a failed page is the last.</summary>
    public IAsyncEnumerable<ODataPage<FinanceRecord>> PagesAsync(string set, EntityQuery query, CancellationToken ct) =>
        _paging.PagesAsync(() => ListAsync(set, query, ct), next => NextAsync(next, query.PageSize, ct), ct);

    /// <summary>Reads a list to its end.</summary>
    public Task<ODataPage<FinanceRecord>> AllAsync(string set, EntityQuery query, CancellationToken ct) => ODataPaging.AllAsync(PagesAsync(set, query, ct), ct);

    /// <summary>Makes a record and answers with what is stored now.</summary>
    public Task<FinanceAnswer> CreateAsync(string set, JsonObject record, CancellationToken ct) => SendAsync(Write(HttpMethod.Post, Target(set), record), ct);

    /// <summary>Changes fields of a record.</summary>
    public Task<FinanceAnswer> ChangeAsync(string target, JsonObject changed, CancellationToken ct) => SendAsync(Write(HttpMethod.Patch, target, changed), ct);

    /// <summary>Runs an action that an extension added to a record's entity.</summary>
    public Task<FinanceAnswer> ActAsync(string target, string action, CancellationToken ct)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return SendAsync(Write(HttpMethod.Post, $"{target[..query]}/Microsoft.Dynamics.DataEntities.{action}{target[query..]}", []), ct);
    }

    /// <summary>Carries out calls in one change set: all of them, or none.</summary>
    public async Task<BatchAnswer> BatchAsync(IReadOnlyList<BatchCall> calls, CancellationToken ct)
    {
        var (answer, failure) = await _signed.SendAsync(BatchWriter.Request(calls, address, Target("$batch")) with { ErrorText = AnswerReading.ErrorText }, ct);
        return failure is not null ? new BatchAnswer([], failure) : new BatchReading(_reading).Read(answer!, calls.Count);
    }

    private async Task<ODataPage<FinanceRecord>> PageAsync(OutsideRequest request, CancellationToken ct)
    {
        var answer = await SendAsync(request, ct);
        if (answer.Failure is { } failure) return new ODataPage<FinanceRecord>([], failure, answer.SourceTime);
        if (answer.Body?["value"] is not JsonArray rows) return new ODataPage<FinanceRecord>([], ODataPaging.NoList(), answer.SourceTime);
        var ours = rows.OfType<JsonObject>().Select(row => new FinanceRecord(row)).Where(row => row.LegalEntity.Equals(settings.LegalEntity, StringComparison.OrdinalIgnoreCase));
        return new ODataPage<FinanceRecord>([.. ours], null, answer.SourceTime, ODataPaging.Link(answer.Body, "@odata.nextLink"));
    }

    private static Dictionary<string, string> Wished(int? pageSize) =>
        pageSize is { } size ? new() { ["Prefer"] = string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}") } : [];

    private static OutsideRequest Write(HttpMethod method, string target, JsonObject body) =>
        new() { Method = method, Target = target, Content = JsonText.Content(body), ErrorText = AnswerReading.ErrorText };

    private async Task<FinanceAnswer> SendAsync(OutsideRequest request, CancellationToken ct)
    {
        var (answer, failure) = await _signed.SendAsync(request with { ErrorText = AnswerReading.ErrorText }, ct);
        return failure is not null ? new FinanceAnswer(null, failure) : _reading.Read(answer!, write: !request.Safe);
    }
}
