using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rest;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Api;

/// <summary>Puts answers and errors into the format that was asked for.</summary>
internal static class ApiAnswers
{
    public const string ProblemType = "application/problem+json";

    private const string Charset = "; charset=utf-8";
    private const string ErrorTitle = "An error occurred";
    private const string Page = "<!DOCTYPE html>\n<html><head><title>X-Cart API</title></head><body><redoc spec-url=\"/api/docs.json\"></redoc></body></html>\n";

    public static Task SendAsync(HttpContext context, ApiFormat format, ApiRoute route, ApiCall call, ApiAnswer answer)
    {
        if (answer.Body is not { } body)
        {
            context.Response.StatusCode = answer.Status;
            return Task.CompletedTask;
        }

        return format == ApiFormat.JsonLd
            ? SendJsonAsync(context, answer.Status, FormatNegotiation.JsonLd, Hydra.Of(route, call, answer, context.Request.QueryString.Value ?? ""))
            : SendJsonAsync(context, answer.Status, FormatNegotiation.Json, body);
    }

    public static Task SendProblemAsync(HttpContext context, ApiFormat format, ApiProblemException problem) => format == ApiFormat.JsonLd
        ? SendJsonAsync(context, problem.Status, FormatNegotiation.JsonLd, Hydra.Error(ErrorTitle, problem.Message))
        : SendJsonAsync(context, problem.Status, ProblemType, Problem(problem.Message));

    public static Task SendRefusalAsync(HttpContext context, ApiRefusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return SendJsonAsync(context, refusal.Status, refusal.ContentType, refusal.Body);
    }

    public static Task SendNoRouteAsync(HttpContext context) => SendJsonAsync(
        context, StatusCodes.Status404NotFound, FormatNegotiation.Json, new JsonObject { ["title"] = ErrorTitle, ["detail"] = "Not found" });

    public static Task SendPageAsync(HttpContext context) => SendAsync(context, StatusCodes.Status200OK, FormatNegotiation.Html, Page);

    public static Task SendJsonAsync(HttpContext context, int status, string type, JsonNode body) =>
        SendAsync(context, status, type, PhpJson.Write(body));

    public static JsonObject Problem(string detail) => new()
    {
        ["type"] = "https://tools.ietf.org/html/rfc2616#section-10",
        ["title"] = ErrorTitle,
        ["detail"] = detail,
    };

    private static async Task SendAsync(HttpContext context, int status, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type + Charset;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
