using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Protocol;

/// <summary>The contract-based REST API of one endpoint.</summary>
internal sealed class EntityClient(OutsideHttp http, AcumaticaSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan PollPause = TimeSpan.FromSeconds(1);
    private readonly AnswerReading _reading = new(http.Masked);

    /// <summary>Path and query of an entity, relative to the instance's address.</summary>
    public string Target(string entity, IReadOnlyList<string> keys, EntityQuery query)
    {
        var path = $"entity/{settings.Endpoint}/{settings.EndpointVersion}/{entity}";
        return keys.Aggregate(path, (before, key) => $"{before}/{Uri.EscapeDataString(key)}") + query;
    }

    /// <summary>Lists records.</summary>
    public Task<EntityAnswer> ListAsync(Session session, string entity, EntityQuery query, CancellationToken ct) =>
        SendAsync(session, OutsideRequest.Get(Target(entity, [], query)) with { MaskedTarget = query.IsPersonal ? Target(entity, [], query with { Filter = "hidden" }) : null }, ct);

    /// <summary>Reads one record by its keys.</summary>
    public Task<EntityAnswer> ReadAsync(Session session, string entity, IReadOnlyList<string> keys, EntityQuery query, CancellationToken ct) =>
        SendAsync(session, OutsideRequest.Get(Target(entity, keys, query)), ct);

    /// <summary>Reads any other address below the instance, such as the version list.</summary>
    public Task<EntityAnswer> ReadAsync(Session session, string target, CancellationToken ct) => SendAsync(session, OutsideRequest.Get(target), ct);

    /// <summary>Inserts or updates a record and answers with what is stored now.</summary>
    /// <param name="session">The session.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="record">The wrapped record.</param>
    /// <param name="query">What to expand in the answer.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="mustExist">True to update only (<c>If-Match: *</c>, else 412).</param>
    public Task<EntityAnswer> PutAsync(Session session, string entity, JsonObject record, EntityQuery query, CancellationToken ct, bool mustExist = false) =>
        SendAsync(session, Write(HttpMethod.Put, Target(entity, [], query), record, mustExist ? new() { ["If-Match"] = "*" } : []), ct);

    /// <summary>Runs an action on a record and waits for its end: 204 at once, or 202 with a place to ask.</summary>
    public async Task<EntityAnswer> ActAsync(Session session, string entity, string action, JsonObject record, CancellationToken ct)
    {
        var body = new JsonObject { ["entity"] = record, ["parameters"] = new JsonObject() };
        var answer = await SendAsync(session, Write(HttpMethod.Post, Target(entity, [action], EntityQuery.None), body, []), ct);
        while (answer is { Failure: null, Status: 202, Location: { } location })
        {
            await Task.Delay(PollPause, clock, ct);
            var polled = await SendAsync(session, OutsideRequest.Get(location), ct);
            // The action goes on in the server whatever became of the question.
            answer = polled.Failure is WriteOutcome.Unavailable or WriteOutcome.Throttled or WriteOutcome.Denied
                ? polled with { Failure = new WriteOutcome.Unknown($"{action} was started; whether it ended is not known.") }
                : polled with { Location = polled.Location ?? location };
        }

        return answer;
    }

    private static OutsideRequest Write(HttpMethod method, string target, JsonObject body, Dictionary<string, string> headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString(SerializerOptions));
        return new OutsideRequest
        {
            Method = method,
            Target = target,
            Headers = headers,
            Content = () => new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } },
        };
    }

    private static readonly JsonSerializerOptions SerializerOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<EntityAnswer> SendAsync(Session session, OutsideRequest request, CancellationToken ct)
    {
        var (answer, failure) = await session.SendAsync(request with { ErrorText = AnswerReading.ErrorText }, ct);
        return failure is not null ? new EntityAnswer(null, failure) : _reading.Read(answer!, write: !request.Safe);
    }
}
