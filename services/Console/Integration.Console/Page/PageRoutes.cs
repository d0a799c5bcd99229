using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Page;

/// <summary>The plain page: static files out of the assembly, no scripts from elsewhere.</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", static () => new PageFile("index.html", "text/html; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/console.js", static () => new PageFile("console.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/reconciliation", static () => new PageFile("reconciliation.html", "text/html; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/reconciliation.js", static () => new PageFile("reconciliation.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/console.css", static () => new PageFile("console.css", "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    private sealed class PageFile(string name, string type) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.ContentType = type;
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "no-cache";
            await using var file = typeof(PageRoutes).Assembly.GetManifestResourceStream($"Integration.Console.Page.{name}")!;
            await file.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
