using Integration.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Integration.Console.Access;

/// <summary>
/// What stands around everything under <c>/api</c>: the guard, before any body is read, and problem answers in plain words for whatever
/// the routes themselves do not answer.
/// </summary>
internal sealed class ApiPipeline(OperatorGuard guard, IDatabase database) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = FailedAsync });
            api.UseStatusCodePages(pages => ProblemAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode, Words(pages.HttpContext.Response.StatusCode)));
            api.Use((http, go) => guard.Refusal(http.Request) is var (status, detail) ? ProblemAsync(http, status, detail) : go(http));
        });
        next(app);
    };

    private Task FailedAsync(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException bad => ProblemAsync(http, bad.StatusCode, Words(bad.StatusCode)),
        { } failure when database.IsTransient(failure) =>
            ProblemAsync(http, StatusCodes.Status503ServiceUnavailable, "The console's database cannot be reached or is busy just now. Nothing was changed: try again."),
        _ => ProblemAsync(http, StatusCodes.Status500InternalServerError, "Something broke inside the console; its log says what. Load the page again to see how things stand."),
    };

    private static string Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be understood: a value in the address or in the JSON body is missing or malformed. The description is at /openapi/v1.json.",
        StatusCodes.Status404NotFound => "There is nothing at this address. The description is at /openapi/v1.json.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method. The description is at /openapi/v1.json.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as JSON, with Content-Type: application/json.",
        _ => "The request was refused.",
    };

    private static Task ProblemAsync(HttpContext http, int status, string detail) =>
        Results.Problem(detail, statusCode: status).ExecuteAsync(http);
}
