using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;
using Integration.Dynamics.Protocol.Batch;
using Integration.Dynamics.Tokens;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>
/// Dataverse's Web API: the one place that Microsoft.PowerPlatform.Dataverse.Client would take, were it used. Every write carries the connection's tag, by which webhooks tell our own changes
/// from those of others.
/// </summary>
internal sealed class DataverseClient(OutsideHttp http, ITokenSource tokens, Uri address, string tag)
{
    private readonly ODataPaging _paging = new(address, "Dataverse");
    private readonly DataverseReading _reading = new(http.Masked);
    private readonly SignedHttp _signed = new(http, tokens,
        "Dataverse does not accept a token that Microsoft Entra has just issued (401): add the app registration as an application user (Power Platform admin center, Environments, Settings, Application users).");

    /// <summary>What our writes are tagged with (<c>SharedVariables</c>, key <c>tag</c>).</summary>
    public string Tag => tag;

    /// <summary>Takes secrets and personal data out of a text.</summary>
    public string Masked(string text) => http.Masked(text);

    /// <summary>Reads what is neither a record nor a list, such as <c>WhoAmI</c>.</summary>
    public Task<DataverseAnswer> GetAsync(string target, CancellationToken ct) => SendAsync(Get(Addresses.Of(target)), ct);

    /// <summary>A table's definition: <c>EntitySetName</c>, <c>ChangeTrackingEnabled</c>, <c>Keys</c>, <c>Attributes</c>. Not from a cache: people have just changed what the probe named.</summary>
    public Task<DataverseAnswer> DefinitionAsync(string table, CancellationToken ct)
    {
        const string What = "$select=LogicalName,EntitySetName,ChangeTrackingEnabled&$expand=Keys($select=LogicalName,KeyAttributes,EntityKeyIndexStatus),Attributes($select=LogicalName,AttributeType)";
        return SendAsync(Get(Addresses.Of($"EntityDefinitions(LogicalName='{table}')?{What}"), ("Consistency", "Strong")), ct);
    }

    /// <summary>What this organization's <c>$metadata</c> says of some tables: several megabytes, so ask once.</summary>
    public async Task<(OrganizationModel? Model, WriteOutcome? Failure)> ModelAsync(IReadOnlyCollection<string> tables, CancellationToken ct)
    {
        var (answer, failure) = await _signed.SendAsync(Get(Addresses.Of("$metadata"), ("Accept", "application/xml")), ct);
        if ((failure ?? _reading.NoAnswer(answer!, write: false)) is { } unread) return (null, unread);
        var answered = (OutsideAnswer.Answered)answer!;
        if (!answered.IsSuccess) return (null, _reading.Failure(answered.Status, null, write: false));
        using var text = new MemoryStream(answered.Body.ToArray(), writable: false);
        return OrganizationModel.Read(text, tables) is { } model ? (model, null) : (null, new WriteOutcome.Unavailable("Dataverse's $metadata cannot be read."));
    }

    /// <summary>Reads one record; <see cref="DataverseAnswer.Missing"/> when it is not there.</summary>
    public Task<DataverseAnswer> ReadAsync(string set, Guid id, Shown shown, CancellationToken ct) => SendAsync(Get(Addresses.Of(set, id) + Addresses.Options(shown, null)), ct);

    /// <summary>Reads one record by its key; what cannot be addressed is looked up by a filter.</summary>
    public async Task<DataverseAnswer> ReadAsync(string set, AlternateKey key, Shown shown, CancellationToken ct)
    {
        if (key.IsAddressable) return await SendAsync(Get(Addresses.Of(set, key) + Addresses.Options(shown, null)), ct);
        var columns = shown.Select.Union(key.Parts.Select(part => part.Column), StringComparer.Ordinal);
        var page = await ListAsync(set, new EntityQuery { Filter = key.Filter, Select = [.. columns], Expand = shown.Expand, Top = 2 }, ct);
        if (page.Failure is { } failure) return new DataverseAnswer(null, failure, page.SourceTime);
        var found = page.Records.Where(key.Is).ToList();
        return found.Count > 0
            ? new DataverseAnswer(found[0].Json, null, page.SourceTime, 200)
            : new DataverseAnswer(null, new WriteOutcome.Rejected([new Reason("", $"There is no record with this key in {set}.")]), page.SourceTime, 404) { Error = new DataverseError(ErrorCodes.RecordNotFoundByKey, "") };
    }

    /// <summary>Reads the first page of a list.</summary>
    public Task<ODataPage<DataverseRecord>> ListAsync(string set, EntityQuery query, CancellationToken ct) => PageAsync(
        Get(Addresses.Of(set) + Addresses.Options(query), Paging(query.PageSize)) with
        {
            MaskedTarget = query.IsPersonal ? Addresses.Of(set) + Addresses.Options(query with { Filter = "hidden" }) : null,
        }, ct);

    /// <summary>Reads the page that the server named, with the same page size; never from another host.</summary>
    public async Task<ODataPage<DataverseRecord>> NextAsync(string next, int? pageSize, CancellationToken ct) =>
        _paging.Ours(next) is { } target ? await PageAsync(Get(target, Paging(pageSize)), ct) : new ODataPage<DataverseRecord>([], _paging.OtherHost());

    /// <summary>Reads a list page by page; a failed page is the last.</summary>
    public IAsyncEnumerable<ODataPage<DataverseRecord>> PagesAsync(string set, EntityQuery query, CancellationToken ct) =>
        _paging.PagesAsync(() => ListAsync(set, query, ct), next => NextAsync(next, query.PageSize, ct), ct);

    /// <summary>Reads a list to its end.</summary>
    public Task<ODataPage<DataverseRecord>> AllAsync(string set, EntityQuery query, CancellationToken ct) => ODataPaging.AllAsync(PagesAsync(set, query, ct), ct);

    /// <summary>Begins to follow a table's changes: all its records, and on the last page the link to what changes from now on. Filters and orders are not possible.</summary>
    public Task<TrackedPage> TrackAsync(string set, IReadOnlyList<string> select, int pageSize, CancellationToken ct) =>
        ChangesAsync(Addresses.Of(set) + Addresses.Options(new Shown(select), null), pageSize, isFirst: true, ct);

    /// <summary>Reads on by a link of <see cref="TrackedPage.Next"/> or <see cref="TrackedPage.Delta"/>, with the same page size.</summary>
    public async Task<TrackedPage> ChangesAsync(string link, int pageSize, CancellationToken ct)
    {
        if (_paging.Ours(link) is not { } target) return new TrackedPage([], [], _paging.OtherHost());
        // Without the wish on each of its pages the first reading ends without a link to go on from.
        return await ChangesAsync(target, pageSize, isFirst: !target.Contains("deltatoken", StringComparison.OrdinalIgnoreCase), ct);
    }

    /// <summary>Makes a record, with related rows nested in it if need be: all of it or nothing.</summary>
    /// <param name="set">The set.</param>
    /// <param name="record">The record.</param>
    /// <param name="shown">What the answer shows of it; null for its id only.</param>
    /// <param name="ct">Cancels.</param>
    public Task<DataverseAnswer> CreateAsync(string set, JsonObject record, Shown? shown, CancellationToken ct) => SendAsync(Write(HttpMethod.Post, Addresses.Of(set), record, shown), ct);

    /// <summary>Changes columns of a record; never makes one.</summary>
    /// <param name="set">The set.</param>
    /// <param name="id">The record.</param>
    /// <param name="changed">The columns.</param>
    /// <param name="etag">Its entity tag as read, or null to change whatever is there.</param>
    /// <param name="shown">What the answer shows of it; null for nothing.</param>
    /// <param name="ct">Cancels.</param>
    public Task<DataverseAnswer> UpdateAsync(string set, Guid id, JsonObject changed, string? etag, Shown? shown, CancellationToken ct) =>
        SendAsync(Write(HttpMethod.Patch, Addresses.Of(set, id), changed, shown, ("If-Match", etag ?? "*")), ct);

    /// <summary>Deletes a record.</summary>
    public Task<DataverseAnswer> DeleteAsync(string set, Guid id, string? etag, CancellationToken ct) => SendAsync(Write(HttpMethod.Delete, Addresses.Of(set, id), null, null, ("If-Match", etag ?? "*")), ct);

    /// <summary>
    /// Makes a record by its key and never changes one: <see cref="DataverseAnswer.IsDuplicate"/> when it is there. A key whose index is not active makes nothing. What cannot be addressed is
    /// made with the key in its columns, where the same index watches.
    /// </summary>
    public Task<DataverseAnswer> CreateAsync(string set, AlternateKey key, JsonObject record, Shown? shown, CancellationToken ct) => key.IsAddressable
        ? SendAsync(Write(HttpMethod.Patch, Addresses.Of(set, key), key.Without(record), shown, ("If-None-Match", "*")), ct)
        : CreateAsync(set, key.In(record), shown, ct);

    /// <summary>Makes a record or changes it, by its key: status 201 or 200 when something is shown of it. Of several at once, those that are overtaken change what the first has made.</summary>
    /// <param name="set">The set.</param>
    /// <param name="idColumn">Its id column, which must be among those that are shown.</param>
    /// <param name="key">The key.</param>
    /// <param name="record">The record.</param>
    /// <param name="shown">What the answer shows of it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DataverseAnswer> UpsertAsync(string set, string idColumn, AlternateKey key, JsonObject record, Shown shown, CancellationToken ct)
    {
        if (key.IsAddressable)
        {
            var request = Write(HttpMethod.Patch, Addresses.Of(set, key), key.Without(record), shown);
            var answer = await SendAsync(request, ct);
            return answer.IsDuplicate ? await SendAsync(request, ct) : answer;
        }

        for (var attempt = 0; ; attempt++)
        {
            var found = await ReadAsync(set, key, shown, ct);
            if (found.Record is null && !found.Missing) return found;
            var answer = found.Record?.Id(idColumn) is { } id
                ? await UpdateAsync(set, id, key.Without(record), null, shown, ct)
                : await CreateAsync(set, key.In(record), shown, ct);
            if (!answer.IsDuplicate || attempt > 0) return answer;
        }
    }

    /// <summary>Runs an action. Where sources disagree whether it is bound to its set, the form that the server does not know is answered as an unknown address, and the other one is taken.</summary>
    public async Task<DataverseAnswer> ActAsync(string action, string set, JsonObject parameters, CancellationToken ct)
    {
        var answer = await SendAsync(Write(HttpMethod.Post, Addresses.Of(action), parameters, null), ct);
        return answer.IsInvalidAddress && answer.Status == 404
            ? await SendAsync(Write(HttpMethod.Post, Addresses.Of($"{set}/Microsoft.Dynamics.CRM.{action}"), parameters, null), ct)
            : answer;
    }

    /// <summary>A call of a change set that makes a record.</summary>
    public BatchCall Creation(string set, JsonObject record) => new(HttpMethod.Post, Addresses.Of(set) + Addresses.Options(null, tag), record);

    /// <summary>A call of a change set that makes a record by its key and never changes one.</summary>
    public BatchCall Creation(string set, AlternateKey key, JsonObject record, Shown? shown = null) => key.IsAddressable
        ? new(HttpMethod.Patch, Addresses.Of(set, key) + Addresses.Options(shown, tag), key.Without(record), new Dictionary<string, string> { ["If-None-Match"] = "*" })
        : new(HttpMethod.Post, Addresses.Of(set) + Addresses.Options(shown, tag), key.In(record));

    /// <summary>A call of a change set that changes a record.</summary>
    public BatchCall Change(string set, Guid id, JsonObject changed, string? etag = null) =>
        new(HttpMethod.Patch, Addresses.Of(set, id) + Addresses.Options(null, tag), changed, new Dictionary<string, string> { ["If-Match"] = etag ?? "*" });

    /// <summary>A call of a change set that deletes a record.</summary>
    public BatchCall Deletion(string set, Guid id) => new(HttpMethod.Delete, Addresses.Of(set, id) + Addresses.Options(null, tag), null);

    /// <summary>Carries out calls in one change set: all of them, or none. A later call names the record that an earlier one made as <c>$1</c>.</summary>
    public async Task<BatchAnswer> BatchAsync(IReadOnlyList<BatchCall> calls, CancellationToken ct)
    {
        var request = BatchWriter.Request(calls, address, Addresses.Of("$batch") + Addresses.Options(null, tag));
        var (answer, failure) = await _signed.SendAsync(request with { ErrorText = DataverseReading.ErrorText }, ct);
        return failure is not null ? new BatchAnswer([], failure) : new BatchReading(_reading).Read(answer!, calls.Count);
    }

    private static OutsideRequest Get(string target, params IEnumerable<(string Name, string Value)> headers) =>
        OutsideRequest.Get(target) with { Headers = headers.Prepend((Name: "If-None-Match", Value: "null")).ToDictionary(header => header.Name, header => header.Value), ErrorText = DataverseReading.ErrorText };

    private OutsideRequest Write(HttpMethod method, string path, JsonObject? body, Shown? shown, params IEnumerable<(string Name, string Value)> headers) => new()
    {
        Method = method,
        Target = path + Addresses.Options(shown, tag),
        Content = body is null ? null : JsonText.Content(body),
        Headers = (shown is null ? headers : headers.Append((Name: "Prefer", Value: "return=representation"))).ToDictionary(header => header.Name, header => header.Value),
        ErrorText = DataverseReading.ErrorText,
    };

    private async Task<DataverseAnswer> SendAsync(OutsideRequest request, CancellationToken ct)
    {
        var (answer, failure) = await _signed.SendAsync(request, ct);
        return failure is not null ? new DataverseAnswer(null, failure) : _reading.Read(answer!, write: !request.Safe);
    }

    private async Task<ODataPage<DataverseRecord>> PageAsync(OutsideRequest request, CancellationToken ct)
    {
        var answer = await SendAsync(request, ct);
        if (answer.Failure is { } failure) return new ODataPage<DataverseRecord>([], failure, answer.SourceTime);
        return answer.Body?["value"] is JsonArray rows
            ? new ODataPage<DataverseRecord>([.. rows.OfType<JsonObject>().Select(row => new DataverseRecord(row))], null, answer.SourceTime, ODataPaging.Link(answer.Body, "@odata.nextLink"))
            : new ODataPage<DataverseRecord>([], ODataPaging.NoList(), answer.SourceTime);
    }

    private async Task<TrackedPage> ChangesAsync(string target, int pageSize, bool isFirst, CancellationToken ct)
    {
        var size = Paging(pageSize).Single().Value;
        var answer = await SendAsync(Get(target, ("Prefer", isFirst ? $"odata.track-changes,{size}" : size)), ct);
        if (answer.Failure is { } failure) return new TrackedPage([], [], failure, answer.SourceTime) { IsExpired = answer.Error.Code == ErrorCodes.ExpiredVersionStamp };
        if (answer.Body?["value"] is not JsonArray rows) return new TrackedPage([], [], ODataPaging.NoList(), answer.SourceTime);
        var (gone, there) = (new List<Guid>(), new List<DataverseRecord>());
        foreach (var row in rows.OfType<JsonObject>().Select(row => new DataverseRecord(row)))
        {
            if (row.Text("@odata.context").EndsWith("/$deletedEntity", StringComparison.Ordinal) && row.Id("id") is { } id) gone.Add(id);
            else there.Add(row);
        }

        return new TrackedPage(there, gone, null, answer.SourceTime, ODataPaging.Link(answer.Body, "@odata.nextLink"), ODataPaging.Link(answer.Body, "@odata.deltaLink"));
    }

    private static IEnumerable<(string Name, string Value)> Paging(int? pageSize) => pageSize is { } size ? [("Prefer", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"odata.maxpagesize={size}"))] : [];
}
