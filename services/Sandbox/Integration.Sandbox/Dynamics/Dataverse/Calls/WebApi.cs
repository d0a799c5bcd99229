using System.Globalization;
using Integration.Sandbox.Dynamics.Dataverse.Access;
using Integration.Sandbox.Dynamics.Dataverse.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>The Web API's address: who calls, within which limits, and the shape of answers and errors.</summary>
internal sealed class WebApi(Callers callers, ServiceProtection protection, Dispatcher dispatcher, BatchCalls batches, DataverseSettings settings, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => routes.Map($"{ServiceRoot.Path}{{**rest}}", HandleAsync);

    /// <summary>Writes an answer.</summary>
    public static async Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["OData-Version"] = "4.0";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json; odata.metadata=minimal";
            await context.Response.WriteAsync(body.ToJsonString(BatchText.Json), context.RequestAborted);
        }
        else if (answer.Text is { } text)
        {
            context.Response.ContentType = answer.ContentType;
            await context.Response.WriteAsync(text, context.RequestAborted);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-ms-service-request-id"] = Guid.NewGuid().ToString();
        try
        {
            var user = callers.UserOf(context.Request.Headers.Authorization);
            protection.Begin(user);
            var started = time.GetTimestamp();
            ApiAnswer answer;
            try
            {
                answer = await AnswerAsync(context, user);
            }
            finally
            {
                protection.End(user, time.GetElapsedTime(started));
            }

            await WriteAsync(context, answer);
        }
        catch (DataverseFault fault)
        {
            if (fault.Status == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, resource_id=" + $"{context.Request.Scheme}://{context.Request.Host}/";
            }

            await WriteAsync(context, ApiAnswer.Of(fault, Preferences.Read(context.Request.Headers)));
        }
    }

    private async Task<ApiAnswer> AnswerAsync(HttpContext context, Guid user)
    {
        var (requests, left) = protection.Remaining(user);
        context.Response.Headers["x-ms-ratelimit-burst-remaining-xrm-requests"] = requests.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["x-ms-ratelimit-time-remaining-xrm-requests"] = left.TotalSeconds.ToString("N2", CultureInfo.InvariantCulture);
        CheckHeaders(context.Request);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        // The path as it was sent: what is escaped in a key must still be escaped.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.Split('?')[0];
        var root = path.IndexOf(ServiceRoot.Path, StringComparison.OrdinalIgnoreCase);
        var request = new ApiRequest(
            context.Request.Method, root < 0 ? "" : path[(root + ServiceRoot.Path.Length)..].Trim('/'), context.Request.QueryString.Value ?? "", context.Request.Headers, body.ToArray(), user);
        return request is { Method: "POST", Path: "$batch" } ? await batches.HandleAsync(request, context.RequestAborted) : await dispatcher.HandleAsync(request);
    }

    private void CheckHeaders(HttpRequest request)
    {
        if (!settings.StrictHeaders)
        {
            return;
        }

        var isBatch = request.Path.Value!.EndsWith("/$batch", StringComparison.Ordinal);
        if (request.Headers["OData-Version"] != "4.0" || request.Headers["OData-MaxVersion"] != "4.0"
            || !(isBatch || request.Path.Value.EndsWith("/$metadata", StringComparison.Ordinal) || request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)))
        {
            throw DataverseFault.Invalid("The headers Accept: application/json, OData-Version: 4.0 and OData-MaxVersion: 4.0 are expected.");
        }
    }
}
