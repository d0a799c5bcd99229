using System.Net;

namespace Integration.Connectors.Http;

/// <summary>A body that knows whether it began to leave: before that, a request with a body certainly was not carried out.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly HttpContent _body;
    private volatile bool _began;

    public SentContent(HttpContent body)
    {
        _body = body;
        foreach (var header in body.Headers) Headers.TryAddWithoutValidation(header.Key, header.Value);
        // Known lengths stay known, so that the request is not sent in chunks.
        if (body.Headers.ContentLength is { } length) Headers.ContentLength = length;
    }

    public bool Began => _began;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _began = true;
        return _body.CopyToAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _began = true;
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _body.Dispose();
        base.Dispose(disposing);
    }
}
