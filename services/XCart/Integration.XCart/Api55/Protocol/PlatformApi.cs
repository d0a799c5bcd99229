using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.XCart.Api;
using Integration.XCart.Setup;

namespace Integration.XCart.Api55.Protocol;

/// <summary>The REST API that X-Cart has from 5.5 on (API Platform 2.7 under <c>/api</c>), by its source of 5.5.0.29.</summary>
internal sealed class PlatformApi(OutsideHttp http, ShopKeys tokens)
{
    /// <summary>The most rows that the shop puts on a page, whatever is asked for.</summary>
    public const int LargestPage = 100;

    private readonly Verdicts _verdicts = new(http);

    /// <summary>The tokens in use.</summary>
    public ShopKeys Tokens => tokens;

    /// <summary>Reads one record.</summary>
    /// <param name="path">Below <c>/api</c>, such as <c>orders/8</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ShopAnswer<T>> ReadAsync<T>(string path, CancellationToken ct)
    {
        var answer = await http.SendAsync(Request(HttpMethod.Get, path, tokens.Read) with { Safe = true }, ct);
        return answer switch
        {
            OutsideAnswer.Answered { Status: 200 } given => Parsed<T>(given) ?? new ShopAnswer<T>.Failed(Verdicts.UnclearRead(given), 200),
            // The web server's own page for an address that it does not know is not JSON.
            OutsideAnswer.Answered { Status: 404 } refused when ErrorBody.IsJson(refused) => new ShopAnswer<T>.Absent(),
            OutsideAnswer.Answered refused => new ShopAnswer<T>.Failed(_verdicts.OfRead(answer), refused.Status, ErrorBody.IsJson(refused)),
            _ => new ShopAnswer<T>.Failed(_verdicts.OfRead(answer)),
        };
    }

    /// <summary>Reads one page of a list; the answer is a bare array, and only a page that is not full tells its end.</summary>
    /// <param name="path">Below <c>/api</c>, such as <c>orders</c>.</param>
    /// <param name="query">Further parameters, encoded; or empty.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">At most <see cref="LargestPage"/>.</param>
    /// <param name="ct">Cancels.</param>
    public Task<ShopAnswer<IReadOnlyList<T>>> PageAsync<T>(string path, string query, int page, int size, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<T>>($"{path}?page={page}&itemsPerPage={size}{(query.Length > 0 ? "&" : "")}{query}", ct);

    /// <summary>Reads all pages of a short list, up to a thousand rows.</summary>
    public async Task<ShopAnswer<IReadOnlyList<T>>> AllAsync<T>(string path, CancellationToken ct)
    {
        var all = new List<T>();
        for (var page = 1; page <= 10; page++)
        {
            var answer = await PageAsync<T>(path, "", page, LargestPage, ct);
            if (answer is not ShopAnswer<IReadOnlyList<T>>.Given given) return answer;
            all.AddRange(given.Value);
            if (given.Value.Count < LargestPage) break;
        }

        return new ShopAnswer<IReadOnlyList<T>>.Given(all, null);
    }

    /// <summary>Changes a record; what is not sent stays as it is.</summary>
    public Task<ShopAnswer<T>> PutAsync<T>(string path, JsonObject body, CancellationToken ct) => WriteAsync<T>(HttpMethod.Put, path, body, tokens.Write, ct);

    /// <summary>Makes a record.</summary>
    public Task<ShopAnswer<T>> PostAsync<T>(string path, JsonObject body, CancellationToken ct) => WriteAsync<T>(HttpMethod.Post, path, body, tokens.Write, ct);

    /// <summary>Removes a record.</summary>
    /// <param name="path">Below <c>/api</c>, with the record's id.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ShopAnswer<bool>> DeleteAsync(string path, CancellationToken ct) => await http.SendAsync(Request(HttpMethod.Delete, path, tokens.Write), ct) switch
    {
        OutsideAnswer.Answered { Status: 204 or 200 } given => new ShopAnswer<bool>.Given(true, given.SourceTime),
        OutsideAnswer.Answered { Status: 404 } refused when ErrorBody.IsJson(refused) => new ShopAnswer<bool>.Absent(),
        var answer => new ShopAnswer<bool>.Failed(_verdicts.OfWrite(answer), (answer as OutsideAnswer.Answered)?.Status),
    };

    /// <summary>As <see cref="PutAsync{T}(string, JsonObject, CancellationToken)"/> with the reading token, to learn whether that token may do more than it should.</summary>
    public Task<ShopAnswer<T>> PutWithReadTokenAsync<T>(string path, JsonObject body, CancellationToken ct) => WriteAsync<T>(HttpMethod.Put, path, body, tokens.Read, ct);

    private async Task<ShopAnswer<T>> WriteAsync<T>(HttpMethod method, string path, JsonObject body, string token, CancellationToken ct)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, ShopJson.Options);
        var answer = await http.SendAsync(
            Request(method, path, token) with { Content = () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } }, ct);
        return answer is OutsideAnswer.Answered { Status: 200 or 201 } given
            ? Parsed<T>(given) ?? new ShopAnswer<T>.Failed(Verdicts.UnclearWrite(given), given.Status)
            : new ShopAnswer<T>.Failed(_verdicts.OfWrite(answer), (answer as OutsideAnswer.Answered)?.Status);
    }

    // Without Accept the shop gives its documentation page.
    private static OutsideRequest Request(HttpMethod method, string path, string token) => new()
    {
        Method = method,
        Target = $"api/{path}",
        MaskedTarget = $"api/{path}",
        Headers = new Dictionary<string, string> { ["Accept"] = "application/json", ["X-AUTH-TOKEN"] = token },
        ErrorText = ErrorBody.TextOf,
    };

    private static ShopAnswer<T>? Parsed<T>(OutsideAnswer.Answered answer)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body.Span, ShopJson.Options) is { } value ? new ShopAnswer<T>.Given(value, answer.SourceTime) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
