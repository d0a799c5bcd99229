using System.Net;
using System.Text;

namespace Integration.Tests.Unit.Dynamics;

/// <summary>Answers calls as a script says, and remembers them.</summary>
internal sealed class FinanceServer : HttpMessageHandler
{
    /// <summary>What is answered; an empty list unless a test says otherwise.</summary>
    public Func<FinanceCall, FinanceReply> Script { get; set; } = _ => FinanceReply.List();

    /// <summary>The calls so far.</summary>
    public List<FinanceCall> Calls { get; } = [];

    /// <summary>The targets so far, unescaped.</summary>
    public IEnumerable<string> Targets => Calls.Select(call => call.Target);

    /// <summary>Answers by what the target begins with, else with an empty list.</summary>
    public void On(params (string Begins, FinanceReply Reply)[] replies) =>
        Script = call => replies.FirstOrDefault(reply => call.Target.StartsWith($"/data/{reply.Begins}", StringComparison.Ordinal)).Reply ?? FinanceReply.List();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new FinanceCall(
            request.Method.Method, Uri.UnescapeDataString(request.RequestUri!.PathAndQuery), request.RequestUri.AbsoluteUri, body, request.Headers.Authorization?.Parameter ?? "",
            request.Headers.TryGetValues("Prefer", out var prefer) ? string.Join(',', prefer) : "");
        Calls.Add(call);
        var reply = Script(call);
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = new StringContent(reply.Body, Encoding.UTF8) };
        response.Content.Headers.Remove("Content-Type");
        response.Content.Headers.TryAddWithoutValidation("Content-Type", reply.ContentType);
        response.Headers.Date = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        foreach (var (name, value) in reply.Headers ?? []) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
