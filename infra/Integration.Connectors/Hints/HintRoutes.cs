using System.Security.Cryptography;
using System.Text;
using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Hints;

/// <summary>
/// <c>POST /hints/{pair}</c> for signed hints of a storefront, <c>POST /push/{connection}</c> for push notifications that carry a secret
/// header. Both only mark records to be read; 202 means that the mark is durable, 204 that there is nothing to read.
/// </summary>
internal sealed class HintRoutes(
    PairCatalog catalog, IEnumerable<IConnectorFactory> factories, ConnectorShelf shelf, HintIntake intake, ISecrets secrets, IDatabase database, TimeProvider time,
    ILogger<HintRoutes> log) : IEndpointModule
{
    /// <summary>The header that carries a push notification's secret.</summary>
    public const string PushHeader = "Integration-Push-Secret";

    /// <summary>The connection's names of its hint secrets; two may be valid at once while one is replaced.</summary>
    public static readonly string[] HintSecrets = ["hints", "hints-old"];

    /// <summary>The connection's names of its push secrets.</summary>
    public static readonly string[] PushSecrets = ["push", "push-old"];

    private const int MostPushed = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/hints/{pair}", HintAsync);
        routes.MapPost("/push/{connection}", PushAsync);
    }

    private async Task<IResult> HintAsync(string pair, HttpContext context)
    {
        if (await BodyAsync(context) is not { } body) return TooLarge();
        var definition = catalog.Find(pair);
        var keys = definition is not null && IsHere(definition.Storefront) ? Secrets(definition.Storefront, HintSecrets) : [];
        // An unknown pair answers like a wrong signature: pairs cannot be guessed.
        if (!SignedHint.IsGenuine(context.Request.Headers, body.Span, keys, time.GetUtcNow())) return Refused();
        if (HintBody.Read(body.Span, out var problem) is not { } hint) return Results.BadRequest(new { error = problem });
        return HintedEntities.OfStorefront(definition!, hint.Entity)
            ? await TakeAsync([new LookKey(pair, hint.Entity, hint.Id)], context)
            // Understood, and nothing to do: a test, or an entity that no lane reads. An error would only make the shop send it for days.
            : Results.NoContent();
    }

    private async Task<IResult> PushAsync(string connection, HttpContext context)
    {
        if (await BodyAsync(context) is not { } body) return TooLarge();
        var definition = catalog.Pairs.SelectMany(pair => new[] { pair.Storefront, pair.Erp }).FirstOrDefault(one => one.Name == connection && IsHere(one));
        if (!IsPushSecret(context.Request.Headers, definition is null ? [] : Secrets(definition, PushSecrets))) return Refused();
        if (shelf.Of(definition!) is not IErp erp) return Results.BadRequest(new { error = "This connection sends no push notifications." });
        var scope = LookKey.OfConnection(connection);
        var pairs = catalog.Pairs.Where(pair => pair.Erp.Name == connection).ToList();
        var keys = erp.Fulfilment.Hints(body.Span).Where(hint => pairs.Any(pair => HintedEntities.OfErp(pair, hint.Entity)))
            .Take(MostPushed).Select(hint => new LookKey(scope, hint.Entity, hint.Id)).ToList();
        // Nothing known in it is no error: the sender would only repeat it.
        return keys.Count == 0 ? Results.Accepted() : await TakeAsync(keys, context);
    }

    private async Task<IResult> TakeAsync(IReadOnlyList<LookKey> keys, HttpContext context)
    {
        try
        {
            if (await intake.TakeAsync(keys, context.RequestAborted)) return Results.Accepted();
        }
        catch (Exception failure) when (failure is OperationCanceledException ? !context.RequestAborted.IsCancellationRequested : database.IsTransient(failure))
        {
            log.LogWarning("A hint could not be stored: {Reason}", failure.Message);
        }

        context.Response.Headers.RetryAfter = "10";
        return Results.Json(new { error = "Not stored; send it again." }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private bool IsHere(ConnectionDefinition connection) => factories.Any(factory => factory.Kind == connection.Kind);

    private List<string> Secrets(ConnectionDefinition connection, IEnumerable<string> names) =>
        [.. names.Select(name => connection.Secrets.GetValueOrDefault(name)).OfType<string>().Select(secrets.Get).OfType<string>().Where(secret => secret.Length > 0)];

    private static bool IsPushSecret(IHeaderDictionary headers, List<string> secrets)
    {
        if (headers[PushHeader] is not [{ Length: > 0 } given]) return false;
        var right = false;
        // Hashes have one length, so that the comparison's time does not tell the secret's.
        foreach (var secret in secrets)
        {
            right |= CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
        }

        return right;
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > HintBody.Largest) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = HintBody.Largest;
        // One more than may come, so that what is too long shows.
        var buffer = new byte[(context.Request.ContentLength ?? HintBody.Largest) + 1];
        var length = 0;
        int read;
        try
        {
            while ((read = await context.Request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted)) > 0)
            {
                length += read;
                if (length > HintBody.Largest) return null;
            }
        }
        catch (BadHttpRequestException)
        {
            return null;
        }

        return buffer.AsMemory(0, length);
    }

    private static IResult Refused() => Results.Json(new { error = "The signature or secret is not right, or its time is not now." }, statusCode: StatusCodes.Status401Unauthorized);

    private static IResult TooLarge() => Results.Json(new { error = "The body is larger than 64 KB." }, statusCode: StatusCodes.Status413PayloadTooLarge);
}
