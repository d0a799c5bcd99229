using System.Net;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Tokens;

/// <summary>
/// Sends the sign-in library's requests through our own pipeline, so that budgets, address rules, deadlines and masking hold. The library wants HTTPS in an authority; a loopback
/// authority of plain HTTP gets its scheme back here.
/// </summary>
internal sealed class EntraHandler(OutsideHttp http, Uri authority) : HttpMessageHandler
{
    private static readonly TimeSpan SignInDeadline = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var type = request.Content?.Headers.ContentType;
        var answer = await http.SendAsync(
            new OutsideRequest
            {
                Method = request.Method,
                Target = new UriBuilder(request.RequestUri!) { Scheme = authority.Scheme, Port = request.RequestUri!.Port }.Uri.AbsoluteUri,
                Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
                Content = () => body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = type } },
                Deadline = SignInDeadline,
                ErrorText = answered => EntraRefusal.CodeOf(answered.Text()),
            },
            cancellationToken);
        return answer switch
        {
            OutsideAnswer.Answered answered => Response(answered, request),
            OutsideAnswer.Throttled throttled => throw new EntraUnansweredException(new WriteOutcome.Throttled(throttled.After)),
            OutsideAnswer.NotSent notSent => throw new EntraUnansweredException(new WriteOutcome.Unavailable($"Microsoft Entra cannot be reached: {http.Masked(notSent.Reason)}")),
            OutsideAnswer.NoAnswer noAnswer => throw new EntraUnansweredException(new WriteOutcome.Unavailable($"Microsoft Entra did not answer the sign-in: {http.Masked(noAnswer.Reason)}")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static HttpResponseMessage Response(OutsideAnswer.Answered answered, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answered.Status) { RequestMessage = request, Content = new ByteArrayContent(answered.Body.ToArray()) };
        if (answered.Header("Content-Type") is { } type) response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return response;
    }
}
