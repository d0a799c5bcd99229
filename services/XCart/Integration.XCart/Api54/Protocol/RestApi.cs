using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.XCart.Api;
using Integration.XCart.Setup;

namespace Integration.XCart.Api54.Protocol;

/// <summary>
/// The REST API add-on of X-Cart up to 5.4 (XC\RESTAPI): one script, everything in parameters. Seen on 5.4.1.5 with add-on 5.4.0.6.
/// </summary>
internal sealed class RestApi(OutsideHttp http, ShopKeys keys, string script)
{
    private readonly Verdicts _verdicts = new(http);

    /// <summary>The keys in use.</summary>
    public ShopKeys Keys => keys;

    /// <summary>Reads one record.</summary>
    public Task<ShopAnswer<T>> ReadAsync<T>(ShopPath path, Schema schema, CancellationToken ct) =>
        ReadAsync<T>(path.Text, schema == Schema.Complex ? "_schema=complex" : "", ct);

    /// <summary>Reads a list; <paramref name="conditions"/> as from <see cref="Conditions"/>, or empty for the whole table.</summary>
    public Task<ShopAnswer<IReadOnlyList<T>>> ListAsync<T>(string entity, string conditions, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<T>>(entity, conditions, ct);

    /// <summary>Reads a list in the complex schema, which has products, orders and profiles only.</summary>
    public Task<ShopAnswer<IReadOnlyList<T>>> ListComplexAsync<T>(string entity, string conditions, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<T>>(entity, $"_schema=complex&{conditions}", ct);

    /// <summary>Changes one record; fields that are not sent stay as they are.</summary>
    public Task<ShopAnswer<T>> PutAsync<T>(ShopPath path, JsonObject fields, CancellationToken ct) =>
        WriteAsync<T>(HttpMethod.Put, path.Text, fields, keys.Write, ct);

    /// <summary>
    /// Changes many records, each of which must carry its key: a row without one would reach no record, and the shop leaves it and unknown ones out
    /// of its answer without a word.
    /// </summary>
    public Task<ShopAnswer<IReadOnlyList<T>>> PutManyAsync<T>(string entity, string key, IReadOnlyList<JsonObject> rows, CancellationToken ct)
    {
        if (rows.Count == 0 || rows.Any(row => row[key] is null)) throw new ArgumentException("Every row needs its key.", nameof(rows));
        return WriteAsync<IReadOnlyList<T>>(HttpMethod.Put, entity, new JsonArray([.. rows]), keys.Write, ct);
    }

    /// <summary>Makes a record. The shop never refuses a second one: look first.</summary>
    public Task<ShopAnswer<T>> PostAsync<T>(string entity, JsonObject fields, CancellationToken ct) =>
        WriteAsync<T>(HttpMethod.Post, ShopPath.New(entity).Text, fields, keys.Write, ct);

    /// <summary>Removes one record.</summary>
    public async Task<ShopAnswer<bool>> DeleteAsync(ShopPath path, CancellationToken ct)
    {
        // The add-on reads no body of a DELETE, so that the key has to stand in the address.
        var shown = Target(path.Text, "");
        var answer = await http.SendAsync(
            new OutsideRequest { Method = HttpMethod.Delete, Target = $"{shown}&_key={Uri.EscapeDataString(keys.Write)}", MaskedTarget = shown, ErrorText = Verdicts.ErrorText, Headers = AcceptJson },
            ct);
        return answer is OutsideAnswer.Answered { Status: 200 } given
            ? Parsed<bool?>(given) switch
            {
                ShopAnswer<bool?>.Given => new ShopAnswer<bool>.Given(true, given.SourceTime),
                ShopAnswer<bool?>.Absent => new ShopAnswer<bool>.Absent(),
                _ => new ShopAnswer<bool>.Failed(Verdicts.UnclearWrite(given), 200),
            }
            : new ShopAnswer<bool>.Failed(_verdicts.OfWrite(answer), (answer as OutsideAnswer.Answered)?.Status);
    }

    /// <summary>As <see cref="PutAsync{T}"/> with the reading key, to learn whether that key may do more than it should.</summary>
    public Task<ShopAnswer<T>> PutWithReadKeyAsync<T>(ShopPath path, JsonObject fields, CancellationToken ct) =>
        WriteAsync<T>(HttpMethod.Put, path.Text, fields, keys.Read, ct);

    private async Task<ShopAnswer<T>> ReadAsync<T>(string path, string query, CancellationToken ct)
    {
        var shown = Target(path, query);
        var answer = await http.SendAsync(
            OutsideRequest.Get($"{shown}&_key={Uri.EscapeDataString(keys.Read)}") with { MaskedTarget = shown, ErrorText = Verdicts.ErrorText, Headers = AcceptJson },
            ct);
        return answer is OutsideAnswer.Answered { Status: 200 } given
            ? Parsed<T>(given) ?? new ShopAnswer<T>.Failed(Verdicts.UnclearRead(given), 200)
            : new ShopAnswer<T>.Failed(_verdicts.OfRead(answer), (answer as OutsideAnswer.Answered)?.Status);
    }

    private async Task<ShopAnswer<T>> WriteAsync<T>(HttpMethod method, string path, JsonNode fields, string key, CancellationToken ct)
    {
        var target = Target(path, "");
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["_key"] = key, ["model"] = fields.DeepClone() }, ShopJson.Options);
        var answer = await http.SendAsync(
            new OutsideRequest { Method = method, Target = target, Content = () => Json(body), MaskedTarget = target, ErrorText = Verdicts.ErrorText, Headers = AcceptJson },
            ct);
        return answer is OutsideAnswer.Answered { Status: 200 } given
            ? Parsed<T>(given) ?? new ShopAnswer<T>.Failed(Verdicts.UnclearWrite(given), 200)
            : new ShopAnswer<T>.Failed(_verdicts.OfWrite(answer), (answer as OutsideAnswer.Answered)?.Status);
    }

    private static IReadOnlyDictionary<string, string> AcceptJson { get; } = new Dictionary<string, string> { ["Accept"] = "application/json" };

    // "application/json; charset=utf-8" is refused with status 400.
    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static ShopAnswer<T>? Parsed<T>(OutsideAnswer.Answered answer)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(answer.Body.Span, ShopJson.Options);
            return value is null ? new ShopAnswer<T>.Absent() : new ShopAnswer<T>.Given(value, answer.SourceTime);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Target(string path, string query) => $"{script}?target=RESTAPI&_path={path}{(query.Length > 0 ? "&" : "")}{query}";
}
