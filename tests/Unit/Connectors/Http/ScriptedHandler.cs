namespace Integration.Tests.Unit.Connectors.Http;

/// <summary>Answers by script instead of a network.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, HttpResponseMessage>[] script) : HttpMessageHandler
{
    private int _calls;

    public int Calls => _calls;

    public List<string> Targets { get; } = [];

    public List<string> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = script[Math.Min(Interlocked.Increment(ref _calls) - 1, script.Length - 1)];
        Targets.Add(request.RequestUri!.ToString());
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return step(request);
    }
}
