using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Setup;

namespace Integration.XCart.AddOn;

/// <summary>Calls the add-on, by its protocol 1 (docs/xcart-addon-protocol.md).</summary>
internal sealed class AddOnClient(OutsideHttp http, ShopKeys keys, IAddOnDoor door)
{
    private const string RefusedKey = "The add-on refused the key: it is wrong, the reading one was used to write, or the shop's API is switched off.";

    /// <summary>Asks whether the add-on is there and what it can do. Only what is plainly its answer counts.</summary>
    public async Task<AddOnStand> AskAsync(CancellationToken ct)
    {
        var answer = await GetAsync(AddOnCalls.About, "", ct);
        return answer switch
        {
            OutsideAnswer.Answered { Status: 200 } given => Judged(Parsed<AddOnAbout>(given)),
            OutsideAnswer.Answered { Status: 401 or 403 } refused when AddOnRefusal.In(refused) is not null =>
                new AddOnStand.Unused("It refuses the key that reads use.", "Give the keys of the shop's API as the secrets key and readKey."),
            // The shop's own refusal says nothing about the add-on.
            OutsideAnswer.Answered { Status: 401 or 403 } => new AddOnStand.Unknown(new WriteOutcome.Denied("The shop refused the key when it was asked for the add-on.")),
            OutsideAnswer.Answered { Status: < 500 } => new AddOnStand.Absent(),
            OutsideAnswer.Answered broken => new AddOnStand.Unknown(new WriteOutcome.Unavailable($"The shop answered the question for the add-on with status {broken.Status}.")),
            OutsideAnswer.Throttled throttled => new AddOnStand.Unknown(new WriteOutcome.Throttled(throttled.After)),
            OutsideAnswer.NotSent failed => new AddOnStand.Unknown(new WriteOutcome.Unavailable(failed.Reason)),
            OutsideAnswer.NoAnswer failed => new AddOnStand.Unknown(new WriteOutcome.Unavailable(failed.Reason)),
            _ => throw new InvalidOperationException($"Unexpected answer {answer.GetType().Name}."),
        };
    }

    /// <summary>Reads, with the reading key.</summary>
    public async Task<AddOnAnswer<T>> ReadAsync<T>(string call, string query, CancellationToken ct)
    {
        var answer = await GetAsync(call, query, ct);
        return answer switch
        {
            OutsideAnswer.Answered { Status: 200 } given => Parsed<T>(given) is { } value
                ? new AddOnAnswer<T>.Given(value)
                : new AddOnAnswer<T>.Failed(new WriteOutcome.Unavailable("The add-on's answer is not the JSON that was asked for.")),
            OutsideAnswer.NoAnswer failed => new AddOnAnswer<T>.Failed(new WriteOutcome.Unavailable(failed.Reason)),
            OutsideAnswer.Answered { Status: >= 500 or (>= 300 and < 400) } broken => new AddOnAnswer<T>.Failed(new WriteOutcome.Unavailable($"The shop answered the add-on's call with status {broken.Status}.")),
            _ => Refused<T>(answer),
        };
    }

    /// <summary>Writes, with the writing key.</summary>
    public async Task<AddOnAnswer<T>> WriteAsync<T>(string call, string query, JsonObject body, CancellationToken ct)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, ShopJson.Options);
        var answer = await http.SendAsync(
            Request(HttpMethod.Post, call, query, keys.Write) with { Content = () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } }, ct);
        return answer switch
        {
            OutsideAnswer.Answered { Status: 200 } given => Parsed<T>(given) is { } value
                ? new AddOnAnswer<T>.Given(value)
                : new AddOnAnswer<T>.Failed(new WriteOutcome.Unknown("The add-on's answer is not the JSON that was asked for.")),
            OutsideAnswer.NoAnswer failed => new AddOnAnswer<T>.Failed(new WriteOutcome.Unknown(failed.Reason)),
            OutsideAnswer.Answered { Status: 503 } => new AddOnAnswer<T>.Failed(new WriteOutcome.Unavailable("The shop's database refused the call.")),
            OutsideAnswer.Answered { Status: >= 500 or (>= 200 and < 400) } odd => new AddOnAnswer<T>.Failed(new WriteOutcome.Unknown($"The shop answered the add-on's call with status {odd.Status}; it may have been carried out.")),
            _ => Refused<T>(answer),
        };
    }

    private AddOnAnswer<T> Refused<T>(OutsideAnswer answer) => answer switch
    {
        OutsideAnswer.NotSent failed => new AddOnAnswer<T>.Failed(new WriteOutcome.Unavailable(failed.Reason)),
        OutsideAnswer.Throttled throttled => new AddOnAnswer<T>.Failed(new WriteOutcome.Throttled(throttled.After)),
        OutsideAnswer.Answered { Status: 401 or 403 } => new AddOnAnswer<T>.Failed(new WriteOutcome.Denied(RefusedKey)),
        OutsideAnswer.Answered refused when AddOnRefusal.In(refused) is { } fault =>
            new AddOnAnswer<T>.Failed(new WriteOutcome.Rejected([new Reason(fault.Field ?? "", $"The add-on says: {http.Masked(fault.Message)}")])),
        OutsideAnswer.Answered { Status: 404 } => new AddOnAnswer<T>.Gone(),
        OutsideAnswer.Answered refused => new AddOnAnswer<T>.Failed(new WriteOutcome.Rejected([new Reason("", $"The add-on refused the call (status {refused.Status}) without saying why.")])),
        _ => throw new InvalidOperationException($"Unexpected answer {answer.GetType().Name}."),
    };

    private static AddOnStand Judged(AddOnAbout? about) => about switch
    {
        { AddOn: AddOnAbout.Name, Protocol: AddOnAbout.Spoken } => new AddOnStand.Present(about),
        { AddOn: AddOnAbout.Name } => new AddOnStand.Unused(
            $"Its version {about.Version} speaks protocol {about.Protocol}; this gateway speaks {AddOnAbout.Spoken}.",
            about.Protocol > AddOnAbout.Spoken ? "Update the gateway, or install the add-on that came with it." : "Install the add-on that came with this gateway."),
        _ => new AddOnStand.Absent(),
    };

    private static T? Parsed<T>(OutsideAnswer.Answered answer)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body.Span, ShopJson.Options);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private Task<OutsideAnswer> GetAsync(string call, string query, CancellationToken ct) =>
        http.SendAsync(Request(HttpMethod.Get, call, query, keys.Read) with { Safe = true }, ct);

    private OutsideRequest Request(HttpMethod method, string call, string query, string key) => new()
    {
        Method = method,
        Target = door.Target(call, query),
        MaskedTarget = door.Target(call, call == AddOnCalls.Stock ? "" : query),
        Headers = new Dictionary<string, string> { ["Accept"] = "application/json", [door.Header] = key },
        ErrorText = answer => AddOnRefusal.In(answer)?.Message,
    };
}
