package dev.paddock.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0", // the unspecified address, in the spelling that slips past text filters
                "0.1.2.3",
                "10.0.0.7",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::10.0.0.1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void refusesANameThatIsAPrivateAddress(String address) {
        var rule = new AddressRule(List.of(), host -> new InetAddress[] {InetAddress.getByName(address)});

        assertThatThrownBy(() -> rule.check(rule.parse("https://models.example/v1")))
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining("allowed-private-hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::8.8.8.8"})
    void takesANameThatIsAPublicAddress(String address) {
        var rule = new AddressRule(List.of(), host -> new InetAddress[] {InetAddress.getByName(address)});

        assertThatCode(() -> rule.check(rule.parse("https://models.example/v1")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() {
        var rule = new AddressRule(List.of(), host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("192.168.0.1")});

        assertThatThrownBy(() -> rule.check(rule.parse("http://both.example"))).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/v1",
                "http://[::1]:8000/v1",
                "http://[::ffff:169.254.169.254]/",
                "http://localhost:8000/v1",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://0/",
                "http://127.0.0.1./",
                "http://user:secret@models.example/v1",
                "http://models.example@127.0.0.1/",
                "ftp://models.example/",
                "file:///etc/passwd",
                "gopher://models.example/",
                "jar:http://models.example!/",
                "models.example/v1",
                "//models.example/v1",
                "http:///v1",
                "http://",
                "http://models.example/v1?key=1",
                "http://models.example/#x",
                "http://mod els.example/",
                "http://127。0。0。1/",
                "http://①②⑦.0.0.1/"
            })
    void refusesAnAddressThatIsPrivateOrNoPlainUrl(String text) {
        var rule = new AddressRule(List.of(), InetAddress::getAllByName);

        assertThatThrownBy(() -> rule.check(rule.parse(text))).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "gpu-1, http://gpu-1:8000/v1, true", "GPU-1, http://gpu-1/v1, true", "gpu-1:8000, http://gpu-1:8000/v1, true",
        "gpu-1:8000, http://gpu-1:22/v1, false", "gpu-1, http://gpu-2/v1, false", "gpu-1, http://evil.gpu-1/v1, false",
        "127.0.0.1, http://127.0.0.1:9/v1, true", "gpu-1:80, http://gpu-1/v1, true", "::1, http://[::1]/v1, true"
    })
    void aPrivateHostIsTakenWhenItIsOnTheList(String allowed, String url, boolean taken) {
        var rule = new AddressRule(List.of(allowed), host -> new InetAddress[] {InetAddress.getByName("10.0.0.7")});

        if (taken) {
            assertThatCode(() -> rule.check(rule.parse(url))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rule.check(rule.parse(url))).isInstanceOf(AddressRefused.class);
        }
    }

    @Test
    void aNameThatTurnsPrivateLaterIsRefusedAtTheNextUse() throws UnknownHostException {
        var answer = new InetAddress[] {InetAddress.getByName("8.8.8.8")};
        var rule = new AddressRule(List.of(), host -> answer);
        var url = rule.parse("https://rebinding.example/v1");
        rule.check(url);

        answer[0] = InetAddress.getByName("127.0.0.1");

        assertThatThrownBy(() -> rule.check(url)).isInstanceOf(AddressRefused.class);
    }

    @Test
    void aNameThatNobodyKnowsIsRefusedWithTheName() {
        var rule = new AddressRule(List.of(), host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> rule.check(rule.parse("http://no.such.example")))
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining("no.such.example");
    }
}
