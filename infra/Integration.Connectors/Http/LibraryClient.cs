namespace Integration.Connectors.Http;

/// <summary>An HTTP client for a library that insists on one, such as a sign-in library.</summary>
public static class LibraryClient
{
    /// <summary>A client whose requests all go to <paramref name="handler"/>, which sends them by <see cref="OutsideHttp"/>. The deadline is the pipeline's.</summary>
    public static HttpClient Over(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };
}
