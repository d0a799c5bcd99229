using System.Globalization;
using System.Net.Mail;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging;

namespace Integration.Console.Alerts;

/// <summary>Mails one alert.</summary>
internal sealed class AlertMail(IMailer mailer, ISecrets secrets, ILogger<AlertMail> log)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>True when the server took it.</summary>
    public async Task<bool> SendAsync(ChannelOptions channel, AlertMessage alert, CancellationToken ct)
    {
        using var mail = Mail(channel, alert);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Deadline);
        try
        {
            await mailer.SendAsync(channel, channel.User.Length > 0 ? secrets.Get(channel.Password) : null, mail, patience.Token);
            return true;
        }
        catch (SmtpException failure)
        {
            // The server's own words may repeat addresses; its code does not.
            log.LogWarning("The mail server of channel {Channel} took no mail ({Status}); it is sent again later.", alert.Channel, failure.StatusCode);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException
            && !ct.IsCancellationRequested)
        {
            log.LogWarning("The mail server of channel {Channel} could not be used ({Failure}); the mail is sent again later.", alert.Channel, failure.GetType().Name);
        }

        return false;
    }

    private static MailMessage Mail(ChannelOptions channel, AlertMessage alert)
    {
        string?[] lines =
        [
            alert.Text, "", $"Pair: {alert.Pair}", $"Order: {alert.Subject}", $"Rule: {alert.Rule}, version {alert.Version} of the flow document",
            $"When: {alert.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}", alert.Link?.ToString(),
        ];
        var mail = new MailMessage
        {
            From = new MailAddress(channel.From),
            Subject = OneLine($"[{alert.Pair}] {alert.Rule}: order {alert.Subject}"),
            Body = string.Join("\r\n", lines.Where(line => line is not null)),
        };
        foreach (var to in channel.To) mail.To.Add(to);
        // The same however often it is sent, so that a receiver can drop repeats.
        mail.Headers.Add("Message-ID", $"<{alert.Id}@{mail.From.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    // Rule names are free text, and a line break would begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
