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
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Connectors.Hints;

/// <summary>
/// <c>POST /hints/{pair}</c> for signed hints of a storefront, <c>POST /push/{connection}</c> for push notifications that carry a secret
/// header. Both only mark records to be read; 202 means that the mark is durable, 204 that there is nothing to read.
/// </summary>
internal sealed class HintRoutes(
    PairCatalog catalog, IEnumerable<IConnectorFactory> factories, ConnectorShelf shelf, HintIntake intake, ISecrets secrets, IDatabase database, TimeProvider time,
    IOptions<HintOptions> options, ILogger<HintRoutes> log) : IEndpointModule
{
    /// <summary>The header that carries a push notification's secret.</summary>
    public const string PushHeader = "Integration-Push-Secret";

    /// <summary>The connection's names of its hint secrets; two may be valid at once while one is replaced.</summary>
    public static readonly string[] HintSecrets = ["hints", "hints-old"];

    /// <summary>The connection's names of its push secrets.</summary>
    public static readonly string[] PushSecrets = ["push", "push-old"];

    // Dataverse sends bodies of up to 256 KB before it cuts them; whoever has not the secret may send no more than a hint.
    private const int LargestPush = 512 * 1024;
    private const int MostPushed = 1000;
    private readonly SenderPlaces _places = new(options.Value.Waiting);
    private readonly TakenDeliveries _taken = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/hints/{pair}", HintAsync);
        routes.MapPost("/push/{connection}", PushAsync);
    }

    private async Task<IResult> HintAsync(string pair, HttpContext context)
    {
        var (body, refusal) = await HintRequest.ReadAsync(context, HintBody.Largest, options.Value.BodyDeadline);
        if (body is null) return Unread(refusal);
        var definition = catalog.Find(pair);
        var keys = definition is not null && IsHere(definition.Storefront) ? Secrets(definition.Storefront, HintSecrets) : [];
        // An unknown pair answers like a wrong signature: pairs cannot be guessed.
        if (!SignedHint.IsGenuine(context.Request.Headers, body, keys, time.GetUtcNow())) return Refused();
        if (HintBody.Read(body, out var problem) is not { } hint) return Results.BadRequest(new { error = problem });
        return HintedEntities.OfStorefront(definition!, hint.Entity)
            ? await TakeAsync(pair, [new LookKey(pair, hint.Entity, hint.Id)], context)
            // Understood, and nothing to do: a test, or an entity that no lane reads. An error would only make the shop send it for days.
            : Results.NoContent();
    }

    private async Task<IResult> PushAsync(string connection, HttpContext context)
    {
        var definition = catalog.Pairs.SelectMany(pair => new[] { pair.Storefront, pair.Erp }).FirstOrDefault(one => one.Name == connection && IsHere(one));
        var isGenuine = IsPushSecret(context.Request.Headers, definition is null ? [] : Secrets(definition, PushSecrets));
        var (body, refusal) = await HintRequest.ReadAsync(context, isGenuine ? LargestPush : HintBody.Largest, options.Value.BodyDeadline);
        if (body is null) return Unread(refusal);
        if (!isGenuine) return Refused();
        if (shelf.Of(definition!) is not IErp { Push: { } push }) return Results.BadRequest(new { error = "This connection sends no push notifications." });
        if (push.Read(body) is not { } notification) return Results.BadRequest(new { error = "The body is no notification." });
        var scope = LookKey.OfConnection(connection);
        var pairs = catalog.Pairs.Where(pair => pair.Erp.Name == connection).ToList();
        var keys = notification.Records.Where(hint => pairs.Any(pair => HintedEntities.OfErp(pair, hint.Entity)))
            .Take(MostPushed).Select(hint => new LookKey(scope, hint.Entity, hint.Id)).ToList();
        var delivery = notification.DeliveryId is { Length: > 0 } id ? $"{scope} {id}" : null;
        // Nothing known in it is no error: the sender would only repeat it. Nor is one that comes again.
        return keys.Count == 0 || (delivery is not null && _taken.Has(delivery)) ? Results.Accepted() : await TakeAsync(scope, keys, context, delivery);
    }

    private async Task<IResult> TakeAsync(string sender, IReadOnlyList<LookKey> keys, HttpContext context, string? delivery = null)
    {
        if (!_places.TryEnter(sender)) return Later(context, StatusCodes.Status429TooManyRequests, "Too many hints of yours wait already; send it again.");
        try
        {
            if (await intake.TakeAsync(keys, context.RequestAborted))
            {
                if (delivery is not null) _taken.Add(delivery);
                return Results.Accepted();
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException ? !context.RequestAborted.IsCancellationRequested : database.IsTransient(failure))
        {
            log.LogWarning("A hint could not be stored: {Reason}", failure.Message);
        }
        finally
        {
            _places.Leave(sender);
        }

        return Later(context, StatusCodes.Status503ServiceUnavailable, "Not stored; send it again.");
    }

    private static IResult Later(HttpContext context, int status, string words)
    {
        context.Response.Headers.RetryAfter = "10";
        return Results.Json(new { error = words }, statusCode: status);
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

    private static IResult Refused() => Results.Json(new { error = "The signature or secret is not right, or its time is not now." }, statusCode: StatusCodes.Status401Unauthorized);

    private static IResult Unread(int status) => Results.Json(
        new { error = status == StatusCodes.Status413PayloadTooLarge ? "The body is too large." : "The body did not come, or is no HTTP." }, statusCode: status);
}
