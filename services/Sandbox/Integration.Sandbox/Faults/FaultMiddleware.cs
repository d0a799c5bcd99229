using System.Text;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Faults;

/// <summary>Applies a <see cref="FaultPlan"/> to every request but the stand-in's own control paths, and logs each call.</summary>
internal sealed class FaultMiddleware(FaultPlan plan, CallLog calls, TimeProvider time)
{
    private const string HtmlPage =
        "<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>Oops, something went wrong</h1></body></html>";

    public async Task InvokeAsync(HttpContext context, Func<Task> next)
    {
        if (context.Request.Path.StartsWithSegments("/_sandbox"))
        {
            await next();
            return;
        }

        var started = time.GetUtcNow();
        var body = plan.LooksAtBodies ? await BufferAsync(context.Request) : null;
        var rule = plan.Take(context.Request.Method, CallLog.Target(context.Request), body);
        if (rule is null)
        {
            await PassAsync(context, next, started);
            return;
        }

        var answered = false;
        try
        {
            answered = await ApplyAsync(rule, context, next);
        }
        finally
        {
            calls.Add(context, answered ? context.Response.StatusCode : 0, rule.Kind, started, time.GetUtcNow() - started);
        }
    }

    /// <summary>Logs the call before its caller has the answer, so that whoever counts calls counts this one.</summary>
    private async Task PassAsync(HttpContext context, Func<Task> next, DateTimeOffset started)
    {
        var isLogged = false;
        void Log(int status)
        {
            if (isLogged) return;
            isLogged = true;
            calls.Add(context, status, null, started, time.GetUtcNow() - started);
        }

        context.Response.OnStarting(() =>
        {
            Log(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        var answered = false;
        try
        {
            await next();
            answered = true;
        }
        finally
        {
            Log(answered ? context.Response.StatusCode : 0);
        }
    }

    /// <returns>False when the client got no answer.</returns>
    private async Task<bool> ApplyAsync(FaultRule rule, HttpContext context, Func<Task> next)
    {
        switch (rule.Kind)
        {
            case FaultKind.Delay:
                // A slow server carries on when its client has given up.
                await Task.Delay(rule.Delay, time, CancellationToken.None);
                await next();
                return true;
            case FaultKind.AnswerLate:
                await SendAsync(context, await AnswerOfAsync(context, next), rule.Delay);
                return true;
            case FaultKind.CommitThenTimeout:
                var givenUp = context.RequestAborted;
                await RunUnheardAsync(context, next);
                await Task.Delay(rule.Delay, time, givenUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Abort(context);
            case FaultKind.CommitLate:
                await BufferAsync(context.Request);
                Abort(context);
                await Task.Delay(rule.Delay, time, CancellationToken.None);
                await RunUnheardAsync(context, next);
                return false;
            case FaultKind.Reset:
            case FaultKind.Outage when rule.Status == 0:
                return Abort(context);
            case FaultKind.Malformed:
                var whole = await AnswerOfAsync(context, next);
                await SendAsync(context, whole[..(whole.Length / 2)], TimeSpan.Zero);
                return true;
            case FaultKind.Outage:
                return await AnswerAsync(context, rule, rule.Status, html: true);
            case FaultKind.Html500:
                return await AnswerAsync(context, rule, StatusCodes.Status500InternalServerError, html: true);
            case FaultKind.Revoke:
                return await AnswerAsync(context, rule, rule.Status == 0 ? StatusCodes.Status403Forbidden : rule.Status, html: false);
            case FaultKind.Status:
                return await AnswerAsync(context, rule, rule.Status == 0 ? StatusCodes.Status503ServiceUnavailable : rule.Status, html: false);
            case FaultKind.Echo:
                return await EchoAsync(context, rule);
            default:
                throw new InvalidOperationException($"Unknown fault kind {rule.Kind}.");
        }
    }

    private static bool Abort(HttpContext context)
    {
        context.Abort();
        return false;
    }

    private static async Task<bool> AnswerAsync(HttpContext context, FaultRule rule, int status, bool html)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in rule.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (html)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(HtmlPage, context.RequestAborted);
        }

        return true;
    }

    private static async Task<bool> EchoAsync(HttpContext context, FaultRule rule)
    {
        var request = context.Request;
        var told = $"Cannot process {request.Method} {request.Path}{request.QueryString} with {string.Join(", ", request.Headers.Select(header => $"{header.Key}: {header.Value}"))} and {await BufferAsync(request)}";
        context.Response.StatusCode = rule.Status == 0 ? StatusCodes.Status500InternalServerError : rule.Status;
        // Both stand-ins' own shapes of an error at once.
        await context.Response.WriteAsJsonAsync(new { message = told, exceptionMessage = told, error = told, detail = told, title = told }, context.RequestAborted);
        return true;
    }

    private static async Task RunUnheardAsync(HttpContext context, Func<Task> next)
    {
        // The handler must not notice that nobody is listening any more.
        context.RequestAborted = CancellationToken.None;
        await AnswerOfAsync(context, next);
    }

    // What it would answer, held back.
    private static async Task<ReadOnlyMemory<byte>> AnswerOfAsync(HttpContext context, Func<Task> next)
    {
        var real = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next();
        context.Response.Body = real;
        return answer.ToArray();
    }

    private async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, TimeSpan delay)
    {
        await Task.Delay(delay, time, context.RequestAborted);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<string> BufferAsync(HttpRequest request)
    {
        request.EnableBuffering();
        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return text;
    }
}
