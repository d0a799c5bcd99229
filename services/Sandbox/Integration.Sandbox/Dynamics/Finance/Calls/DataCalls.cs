using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>The service's address <c>/data</c>: who may call, how much, and what is answered.</summary>
internal sealed class DataCalls(DataService service, Batches batches, Gate gate, FinanceSettings settings, TimeProvider time)
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data", Methods, AnswerAsync);
        routes.MapMethods("/data/{**path}", Methods, AnswerAsync);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        if (gate.Caller(context.Request) is null)
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            response.Headers.WWWAuthenticate = "Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize";
            return;
        }

        if (gate.MustWait)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(settings.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await WriteAsync(context, DataAnswer.Of(FinanceFault.Plain(429, "This request couldn't be completed as the service is experiencing a heavy load. Please try again later."), settings));
            return;
        }

        if (settings.Latency > TimeSpan.Zero)
        {
            // The server does not notice that a caller hung up: it goes on and saves.
            await Task.Delay(settings.Latency, time, CancellationToken.None);
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var (path, query) = Targets.Split(target);
        var root = new Uri(settings.LinkAddress ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}"), "/data/").AbsoluteUri;
        if (path == "$batch" && context.Request.Method == "POST")
        {
            await BatchAsync(context, root);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        var request = new DataRequest(context.Request.Method, path, query, headers.IfMatch.ToString(), headers["Prefer"].ToString(), body.ToArray());
        await WriteAsync(context, await service.AnswerAsync(request, root, context.RequestAborted));
    }

    private async Task BatchAsync(HttpContext context, string root)
    {
        try
        {
            var parts = await BatchReader.ReadAsync(context.Request.ContentType, context.Request.Body, context.RequestAborted);
            var goesOn = context.Request.Headers["Prefer"].ToString().Contains("odata.continue-on-error", StringComparison.OrdinalIgnoreCase);
            var (body, contentType) = await batches.AnswerAsync(parts, goesOn, root, context.RequestAborted);
            context.Response.Headers["OData-Version"] = "4.0";
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
        catch (FinanceFault fault)
        {
            await WriteAsync(context, DataAnswer.Of(fault, settings));
        }
    }

    private static async Task WriteAsync(HttpContext context, DataAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in Batches.Headers(answer))
        {
            context.Response.Headers[name] = value;
        }

        if (!answer.Body.IsEmpty)
        {
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
