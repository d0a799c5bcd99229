using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Integration.Sandbox.Shop.Schema;
using Integration.Sandbox.Shop.AddOn;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Rest;

/// <summary><c>admin.php?target=RESTAPI</c> (and our add-on's target beside it): keys, host check, dispatch and the headers of every answer.</summary>
internal sealed class RestEndpoint(ShopDatabase database, ShopOptions options)
{
    private readonly LegacyBridge _bridge = new(database, options);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var target = request.Query["target"].ToString();
        if (target == LegacyBridge.Target && await _bridge.HandleAsync(context))
        {
            return;
        }

        if (target == LegacyBridge.Target || (target != "RESTAPI" && !request.HasFormContentType))
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = $"http://{options.HttpHost}/admin.php?target=login";
            return;
        }

        var call = await RestCallReader.ReadAsync(request, context.RequestAborted);
        await SendAsync(context, await AnswerAsync(call, context.RequestAborted));
    }

    private async Task<RestAnswer> AnswerAsync(RestCall call, CancellationToken cancellationToken)
    {
        if (!MayCall(call))
        {
            return RestAnswer.Forbidden;
        }

        if (database.Schema.Find(call.Entity) is not { } entity)
        {
            return RestAnswer.UnknownEntity;
        }

        if (call.Complex && (call.Writes || entity.Path is not ("order" or "product" or "profile" or "cart")))
        {
            return RestAnswer.Forbidden;
        }

        if (call.BodyError is not null)
        {
            return RestAnswer.BadRequest(call.BodyError);
        }

        try
        {
            // PHP finishes a write even when the client has hung up.
            return call.Writes
                ? await database.WriteAsync(shop => RestAnswer.Of(Write(shop, call, entity)), CancellationToken.None)
                : await database.ReadAsync(shop => RestAnswer.Of(new RestRead(shop, call, entity).Read()), cancellationToken);
        }
        catch (PhpFatalErrorException)
        {
            return RestAnswer.FatalError;
        }
        catch (RestRejectedException rejected)
        {
            return RestAnswer.BadRequest(rejected.Message);
        }
    }

    private static System.Text.Json.Nodes.JsonNode? Write(ShopUnit shop, RestCall call, EntitySchema entity) => call.Method switch
    {
        "DELETE" => new RestDelete(shop, entity).Delete(call.Id),
        "POST" => new RestWrite(shop, entity).Create(call.Id, call.Model),
        _ => new RestWrite(shop, entity).Update(call.Id, call.Model),
    };

    private bool MayCall(RestCall call) =>
        (options.WriteKey.Length > 0 && call.Key == options.WriteKey)
        || (!call.Writes && options.ReadKey.Length > 0 && call.Key == options.ReadKey);

    private async Task SendAsync(HttpContext context, RestAnswer answer)
    {
        var response = context.Response;
        var now = options.Time.GetUtcNow();
        // Each call opens a session of its own, as the real one does when no cookie comes back.
        response.Headers.SetCookie =
            $"xid={Guid.NewGuid():n}; expires={now.AddHours(12):R}; Max-Age=43200; path=/; domain={options.HttpHost}; HttpOnly; SameSite=lax";
        response.StatusCode = answer.Status;
        if (answer.Error is not null)
        {
            response.Headers["X-REST-Error"] = answer.Error;
        }

        if (answer.Status != StatusCodes.Status200OK)
        {
            response.ContentType = answer.Html is null ? "text/html; charset=UTF-8" : "text/html; charset=utf-8";
            // An empty but started body is sent chunked, as nginx passes PHP's on.
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Html ?? ""), context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
            return;
        }

        var xml = context.Request.Headers.Accept.ToString() == "application/xml";
        var body = Encoding.UTF8.GetBytes(xml ? RestXml.Write(answer.Body) : PhpJson.Write(answer.Body));
        // MD5 is what X-Cart sends; it protects nothing here.
#pragma warning disable CA5351
        var hash = MD5.HashData(body);
#pragma warning restore CA5351
        var tag = Convert.ToHexStringLower(hash);
        var stamp = now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        response.ContentType = xml ? "application/xml;charset=utf-8" : "application/json;charset=utf-8";
        response.Headers.Allow = "GET,POST,PUT,DELETE";
        response.Headers["X-Result-Count"] = answer.Count.ToString(CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        response.Headers.LastModified = stamp;
        response.Headers.Date = stamp;
        response.Headers.ETag = tag;
        response.Headers["Content-MD5"] = Convert.ToBase64String(hash);
        if (context.Request.Headers.IfNoneMatch.ToString() == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (context.Request.Host.Host != options.HttpHost && context.Request.Headers.XRequestedWith != "XMLHttpRequest")
        {
            response.StatusCode = StatusCodes.Status302Found;
            response.Headers.Location = $"http://{options.HttpHost}/admin.php?target=RESTAPI";
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
