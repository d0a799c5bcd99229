using System.Text;

namespace Integration.LocalServers.RabbitMq;

/// <summary>
/// What the broker has on disk about its quorum queues. RabbitMQ writes a new queue's entry in <c>names.dets</c> up to
/// a second after it confirmed the queue (and messages in it); killed before, it comes back with the queue but without
/// its content, for ever without a leader: "leader call - leader not known". Seen with 3.10.8;
/// https://github.com/rabbitmq/rabbitmq-server/issues/15725 reports the state it ends in.
/// </summary>
internal static class QuorumDirectory
{
    /// <summary>Whether every quorum queue that has a folder is entered in the directory.</summary>
    public static async Task<bool> IsCompleteAsync(string folder, CancellationToken cancellationToken)
    {
        var names = Path.Combine(folder, "names.dets");
        if (!File.Exists(names))
            return true;

        await using var stream = new FileStream(names, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var entries = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        return Directory.EnumerateDirectories(folder).All(queue => entries.Contains(Path.GetFileName(queue), StringComparison.Ordinal));
    }
}
