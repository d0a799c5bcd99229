using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop;

/// <summary>The shop's page for an address that it does not have, which is where the other version's API would be.</summary>
internal static class NoPage
{
    private const string Page = "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1></body></html>\n";

    public static Task SendAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
