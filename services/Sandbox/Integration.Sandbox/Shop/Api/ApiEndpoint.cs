using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.AddOn;
using Integration.Sandbox.Shop.Rest;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Api;

/// <summary>
/// <c>/api</c> of X-Cart 5.5 (API Platform 2.7 on Symfony 5.4). The steps come in the framework's order: route, format,
/// sign-on, body, operation.
/// </summary>
internal sealed class ApiEndpoint(ShopDatabase database, ShopOptions options)
{
    private const string BridgePath = "/api/erp_bridge/";

    private readonly ApiAccess _access = new(options);
    private readonly BridgeRequest _bridge = new(database);

    public async Task HandleAsync(HttpContext context)
    {
        var format = ApiFormat.Json;
        // The web server's clock is the shop's.
        context.Response.Headers.Date = options.Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        try
        {
            await AnswerAsync(context, chosen => format = chosen);
        }
        catch (ApiProblemException problem)
        {
            await ApiAnswers.SendProblemAsync(context, format, problem);
        }
    }

    private async Task AnswerAsync(HttpContext context, Action<ApiFormat> choose)
    {
        var request = context.Request;
        if (request.Path.Value!.StartsWith(BridgePath, StringComparison.Ordinal) && await HasAddOnAsync(context.RequestAborted))
        {
            await AnswerAddOnAsync(context, request.Path.Value[BridgePath.Length..]);
            return;
        }

        var (path, suffix) = Suffixed(request.Path.Value!.TrimEnd('/'));
        var segments = path.Split('/')[2..];
        var candidates = ApiRoutes.All
            .Select(route => (Route: route, Values: route.Match(segments)))
            .Where(candidate => candidate.Values is not null).ToList();
        if (candidates.Count == 0 && path is not ("/api/docs" or "/api"))
        {
            await ApiAnswers.SendNoRouteAsync(context);
            return;
        }

        var (route, values) = candidates.Find(candidate => candidate.Route.Method == request.Method);
        if (route is null && (candidates.Count > 0 || request.Method != "GET"))
        {
            var allowed = candidates.Count == 0 ? "GET" : string.Join(", ", candidates.Select(candidate => candidate.Route.Method));
            context.Response.Headers.Allow = allowed;
            throw new ApiProblemException(
                StatusCodes.Status405MethodNotAllowed,
                $"No route found for \"{request.Method} {request.Scheme}://{request.Host}{request.Path}\": Method Not Allowed (Allow: {allowed})");
        }

        var format = FormatNegotiation.Negotiate(request, suffix);
        choose(format);
        if (_access.Refusal(request, route?.Writes ?? false) is { } refusal)
        {
            await ApiAnswers.SendRefusalAsync(context, refusal);
            return;
        }

        if (format == ApiFormat.Html)
        {
            await ApiAnswers.SendPageAsync(context);
            return;
        }

        if (route is null)
        {
            await ApiAnswers.SendJsonAsync(context, StatusCodes.Status200OK, FormatNegotiation.Json, ApiDocument.Of(ApiRoutes.All));
            return;
        }

        var query = new JsonObject();
        PhpParameters.Add(query, request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        var call = new ApiCall(path, values!, query, await BodyAsync(request, context.RequestAborted));
        // PHP finishes a write even when the client has hung up.
        var answer = route.Writes
            ? await database.WriteAsync(shop => route.Answer(shop, call), CancellationToken.None)
            : await database.ReadAsync(shop => route.Answer(shop, call), context.RequestAborted);
        await ApiAnswers.SendAsync(context, format, route, call, answer);
    }

    private Task<bool> HasAddOnAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(shop => AddOnSettings.Of(shop.Rows.Unit).Installed, cancellationToken);

    // Sign-on is the shop's, the rest the add-on's.
    private async Task AnswerAddOnAsync(HttpContext context, string call)
    {
        if (_access.Refusal(context.Request, writes: context.Request.Method != HttpMethods.Get) is { } refusal)
        {
            await ApiAnswers.SendRefusalAsync(context, refusal);
            return;
        }

        var (status, body) = await _bridge.AnswerAsync(context.Request, call, mayWrite: true);
        await ApiAnswers.SendJsonAsync(context, status, FormatNegotiation.Json, body);
    }

    private static (string Path, string Suffix) Suffixed(string path)
    {
        foreach (var suffix in (ReadOnlySpan<string>)[".jsonld", ".json"])
        {
            if (path.EndsWith(suffix, StringComparison.Ordinal))
            {
                return (path[..^suffix.Length], suffix);
            }
        }

        return (path, "");
    }

    private static async Task<JsonObject> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Method is not ("POST" or "PUT"))
        {
            return [];
        }

        FormatNegotiation.CheckContentType(request.ContentType);
        using var reader = new StreamReader(request.Body);
        try
        {
            return JsonNode.Parse(await reader.ReadToEndAsync(cancellationToken)) as JsonObject
                ?? throw ApiProblemException.BadRequest("Syntax error");
        }
        catch (JsonException)
        {
            throw ApiProblemException.BadRequest("Syntax error");
        }
    }
}
